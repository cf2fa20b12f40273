import { customFields } from '../../fields/customFields';
import { externalIds } from '../../fields/externalIds';
import { accountId } from '../../fields/records';
import { accountInBody } from '../../steps/account';
import { textInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { avatarUrl, phoneNumbers, portalRole, portalRoleId, primaryPhoneNumber } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create contact',
	description: 'Add a person, to an account or for now without one',
	routing: { request: { method: 'POST', url: '/contacts' } },
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Ada Example',
			routing: { send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Name')] } },
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					...accountId,
					required: false,
					description: 'The account that the contact shall belong to',
					routing: {
						send: { type: 'body', property: 'account_id', preSend: [accountInBody('additionalFields.accountId')] },
					},
				},
				avatarUrl,
				customFields,
				{
					displayName: 'Email',
					name: 'email',
					type: 'string',
					default: '',
					placeholder: 'e.g. ada@example.com',
					description: 'Has to be new: Pylon refuses an address that another contact has and names that contact',
					routing: { send: { type: 'body', property: 'email', preSend: [textInBody('email', 'Email')] } },
				},
				externalIds,
				phoneNumbers,
				portalRole,
				portalRoleId,
				primaryPhoneNumber,
			],
		},
	],
};
