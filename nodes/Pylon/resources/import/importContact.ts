import { customFields } from '../../fields/customFields';
import { picker } from '../../fields/picker';
import { idInBody, textInBody } from '../../steps/body';
import { avatarUrl, phoneNumbers, portalRole, primaryPhoneNumber } from '../contact/fields';
import type { Operation } from '../resource';

export const importContact: Operation = {
	name: 'Import Contact',
	value: 'importContact',
	action: 'Import contact',
	description: 'Bring a contact over from another help desk',
	routing: { request: { method: 'POST', url: '/import/contacts' } },
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
			displayName: 'Email',
			name: 'email',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. ada@example.com',
			routing: { send: { type: 'body', property: 'email', preSend: [textInBody('email', 'Email')] } },
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					...picker('Account', 'accountId', 'The account that the contact shall belong to'),
					required: false,
					routing: { send: { type: 'body', property: 'account_id', preSend: [idInBody('account_id', 'Account')] } },
				},
				avatarUrl,
				customFields,
				phoneNumbers,
				portalRole,
				primaryPhoneNumber,
			],
		},
	],
};
