import { customFields } from '../../fields/customFields';
import { externalIds } from '../../fields/externalIds';
import { accountId, contactId } from '../../fields/records';
import { accountInBody } from '../../steps/account';
import { somethingToChange, textInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { avatarUrl, phoneNumbers, portalRole, portalRoleId, primaryPhoneNumber } from './fields';
import { emailsInBody, oneEmailField } from './update.steps';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update contact',
	description: 'Change fields of a contact. Only the fields that you add are changed.',
	routing: {
		request: { method: 'PATCH', url: '/contacts/{contactId}' },
		send: { preSend: [somethingToChange('Update Fields'), oneEmailField] },
	},
	fields: [
		contactId,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					...accountId,
					required: false,
					description: "The account that the contact shall belong to. To take it out of its account, use the operation 'Set Account'.",
					routing: {
						send: { type: 'body', property: 'account_id', preSend: [accountInBody('updateFields.accountId')] },
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
					description: "The contact's only e-mail address. For several use 'Emails' instead.",
					routing: { send: { type: 'body', property: 'email', preSend: [textInBody('email', 'Email')] } },
				},
				{
					displayName: 'Emails',
					name: 'emails',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					placeholder: 'Add Email',
					default: {},
					description:
						"All e-mail addresses of the contact; those not listed are removed. Without a primary one the first is. Not together with 'Email'.",
					routing: { send: { type: 'body', property: 'emails', preSend: [emailsInBody] } },
					options: [
						{
							name: 'email',
							displayName: 'Email',
							values: [
								{
									displayName: 'Address',
									name: 'email',
									type: 'string',
									default: '',
									placeholder: 'e.g. ada@example.com',
								},
								{
									displayName: 'Primary',
									name: 'isPrimary',
									type: 'boolean',
									default: false,
									description: 'Whether this is the address that Pylon writes to first',
								},
							],
						},
					],
				},
				externalIds,
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Ada Example',
					routing: { send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Name')] } },
				},
				phoneNumbers,
				{
					...portalRole,
					description:
						"What the contact may do in the customer portal. The slug of a role of your own can be given by expression; 'Portal Role ID' has precedence.",
				},
				portalRoleId,
				primaryPhoneNumber,
			],
		},
	],
};
