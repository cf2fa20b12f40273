import { customFields } from '../../fields/customFields';
import { picker } from '../../fields/picker';
import { somethingToChange } from '../../steps/body';
import { idOrEmptyInBody } from '../../steps/clearable';
import type { Operation } from '../resource';
import { callRecordingId } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update call recording',
	description: 'Change the account or the custom fields of a recorded call',
	routing: {
		request: { method: 'PATCH', url: '/call-recordings/{callRecordingId}' },
		send: { preSend: [somethingToChange('Update Fields')] },
	},
	fields: [
		callRecordingId,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					...picker('Account', 'accountId', 'The account that the call was with. Leave the ID empty to have none.'),
					required: false,
					routing: { send: { type: 'body', property: 'account_id', preSend: [idOrEmptyInBody('account_id', 'Account')] } },
				},
				customFields,
			],
		},
	],
};
