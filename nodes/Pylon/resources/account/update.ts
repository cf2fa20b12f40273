import { customFields } from '../../fields/customFields';
import { externalIds } from '../../fields/externalIds';
import { accountId } from '../../fields/records';
import { somethingToChange, textInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { channels } from './channels';
import { changedType, domains, logoUrl, ownerOrNone, primaryDomain, subaccountIds, tags } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update account',
	description: 'Change fields of an account. Only the fields that you add are changed; lists are replaced as a whole.',
	routing: {
		request: { method: 'PATCH', url: '/accounts/{accountId}' },
		send: { preSend: [somethingToChange('Update Fields')] },
	},
	fields: [
		accountId,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				changedType,
				channels,
				customFields,
				{
					displayName: 'Disabled',
					name: 'isDisabled',
					type: 'boolean',
					default: true,
					description: 'Whether the account is switched off in Pylon',
					routing: { send: { type: 'body', property: 'is_disabled' } },
				},
				domains,
				externalIds,
				logoUrl,
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Globex',
					routing: { send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Name')] } },
				},
				ownerOrNone,
				primaryDomain,
				subaccountIds,
				tags,
			],
		},
	],
};
