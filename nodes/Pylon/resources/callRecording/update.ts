import { collections } from '../../fields/collections';
import { customFields, customFieldsJson } from '../../fields/customFields';
import { ofAccountOrNone } from '../../fields/records';
import { somethingToChange } from '../../steps/body';
import type { Operation } from '../resource';
import { callRecordingId } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update call recording',
	description: 'Change the account or the custom fields of a recorded call',
	routing: {
		request: { method: 'PATCH', url: '/call-recordings/{callRecordingId}' },
		send: { preSend: [somethingToChange('Update Fields', 'Custom Fields')] },
	},
	fields: [
		callRecordingId,
		customFields,
		{
			...collections.updateFields,
			options: [
				{ ...ofAccountOrNone, description: 'The account that the call was with. Leave the ID empty to have none.' },
				customFieldsJson,
			],
		},
	],
};
