import { customFields } from '../../fields/customFields';
import { externalIds } from '../../fields/externalIds';
import { picker } from '../../fields/picker';
import { idInBody, textInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { channels } from './channels';
import { domains, logoUrl, primaryDomain, subaccountIds, tags } from './fields';

/** `domain` of the API is left out: it is deprecated (openapi.yaml, `CreateAccountRequest`). */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create account',
	description: 'Add a company that you support',
	routing: { request: { method: 'POST', url: '/accounts' } },
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Globex',
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
					displayName: 'Account Type',
					name: 'accountType',
					type: 'options',
					default: 'customer',
					description: 'What the company is to yours. Pylon cannot change an account to Community or Internal later.',
					options: [
						{ name: 'Community', value: 'community' },
						{ name: 'Customer', value: 'customer' },
						{ name: 'Internal', value: 'internal' },
						{ name: 'Partner', value: 'partner' },
					],
					routing: { send: { type: 'body', property: 'account_type' } },
				},
				channels,
				customFields,
				domains,
				externalIds,
				logoUrl,
				{
					...picker('Owner', 'ownerId', 'The user who looks after the account'),
					required: false,
					routing: { send: { type: 'body', property: 'owner_id', preSend: [idInBody('owner_id', 'Owner')] } },
				},
				primaryDomain,
				subaccountIds,
				tags,
			],
		},
	],
};
