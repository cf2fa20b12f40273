import { customFields } from '../../fields/customFields';
import { accountId, contactId } from '../../fields/records';
import { accountInBody } from '../../steps/account';
import { somethingToChange, textInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { emailsInBody, externalIdsInBody, oneEmailField, phoneNumbersInBody } from './update.steps';

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
				{
					displayName: 'Avatar URL',
					name: 'avatarUrl',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/ada.png',
					description: 'Address of a picture of the person',
					routing: { send: { type: 'body', property: 'avatar_url' } },
				},
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
				{
					displayName: 'External IDs',
					name: 'externalIds',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					placeholder: 'Add External ID',
					default: {},
					description: 'All IDs that your own systems gave to the contact; those not listed are removed',
					routing: { send: { type: 'body', property: 'external_ids', preSend: [externalIdsInBody] } },
					options: [
						{
							name: 'externalId',
							displayName: 'External ID',
							values: [
								{
									displayName: 'External ID',
									name: 'externalId',
									type: 'string',
									default: '',
									placeholder: 'e.g. crm-contact-42',
								},
								{
									displayName: 'Label',
									name: 'label',
									type: 'string',
									default: '',
									placeholder: 'e.g. crm',
									description: 'Tells several IDs of one contact apart',
								},
							],
						},
					],
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Ada Example',
					routing: { send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Name')] } },
				},
				{
					displayName: 'Phone Numbers',
					name: 'phoneNumbers',
					type: 'string',
					default: '',
					placeholder: 'e.g. 15550100, 15550101',
					description:
						'All phone numbers of the contact, separated by commas or as an array by expression; those not listed are removed. At most 15 digits each.',
					routing: {
						send: {
							type: 'body',
							property: 'phone_numbers',
							preSend: [phoneNumbersInBody('phone_numbers', 'Phone Numbers')],
						},
					},
				},
				{
					displayName: 'Portal Role',
					name: 'portalRole',
					type: 'options',
					default: 'member',
					description: "What the contact may do in the customer portal. The slug of a role of your own can be given by expression; 'Portal Role ID' has precedence.",
					options: [
						{ name: 'Admin', value: 'admin' },
						{ name: 'Member', value: 'member' },
						{ name: 'No Access', value: 'no_access' },
					],
					routing: { send: { type: 'body', property: 'portal_role' } },
				},
				{
					displayName: 'Portal Role ID',
					name: 'portalRoleId',
					type: 'string',
					default: '',
					description: 'ID of a portal role of your own',
					routing: {
						send: { type: 'body', property: 'portal_role_id', preSend: [textInBody('portal_role_id', 'Portal Role ID')] },
					},
				},
				{
					displayName: 'Primary Phone Number',
					name: 'primaryPhoneNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. 15550100',
					description: 'At most 15 digits',
					routing: {
						send: {
							type: 'body',
							property: 'primary_phone_number',
							preSend: [phoneNumbersInBody('primary_phone_number', 'Primary Phone Number')],
						},
					},
				},
			],
		},
	],
};
