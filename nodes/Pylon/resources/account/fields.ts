import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../fields/picker';
import { textInBody } from '../../steps/body';
import { idOrEmptyInBody } from '../../steps/clearable';
import { listInBody } from '../../steps/lists';
import { urlInBody } from '../../steps/urls';

/** Optional fields that an account is created or updated with. */

export const domains: INodeProperties = {
	displayName: 'Domains',
	name: 'domains',
	type: 'string',
	default: '',
	placeholder: 'e.g. globex.com, globex.co.uk',
	description:
		"Email domains of the account's people, separated by commas or as an array by expression, each without https://. One of them has to be the 'Primary Domain'. In an update, those not listed are removed.",
	routing: { send: { type: 'body', property: 'domains', preSend: [listInBody('domains', 'Domains')] } },
};

export const logoUrl: INodeProperties = {
	displayName: 'Logo URL',
	name: 'logoUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/globex.png',
	description: 'Address of a picture: square, PNG or JPEG',
	routing: { send: { type: 'body', property: 'logo_url', preSend: [urlInBody('logo_url', 'Logo URL')] } },
};

/** For updates: empty takes the owner away (openapi.yaml). */
export const ownerOrNone: INodeProperties = {
	...picker('Owner', 'ownerId', 'The user who looks after the account. Leave the ID empty to have no owner.'),
	required: false,
	routing: { send: { type: 'body', property: 'owner_id', preSend: [idOrEmptyInBody('owner_id', 'Owner')] } },
};

export const primaryDomain: INodeProperties = {
	displayName: 'Primary Domain',
	name: 'primaryDomain',
	type: 'string',
	default: '',
	placeholder: 'e.g. globex.com',
	description: "The main one of 'Domains'",
	routing: {
		send: { type: 'body', property: 'primary_domain', preSend: [textInBody('primary_domain', 'Primary Domain')] },
	},
};

export const subaccountIds: INodeProperties = {
	displayName: 'Subaccounts',
	name: 'subaccountIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 0c7f6d1e-…, 77f0ab3c-…',
	description:
		'IDs of the accounts below this one (for a partner: the accounts that it looks after), separated by commas, or an expression that yields an array. In an update, those not listed are removed.',
	routing: { send: { type: 'body', property: 'subaccount_ids', preSend: [listInBody('subaccount_ids', 'Subaccounts')] } },
};

export const tags: INodeProperties = {
	displayName: 'Tags',
	name: 'tags',
	type: 'string',
	default: '',
	placeholder: 'e.g. vip, trial',
	description:
		'Tags separated by commas, or an expression that yields an array. In an update, those not listed are removed; empty removes all.',
	routing: { send: { type: 'body', property: 'tags', preSend: [listInBody('tags', 'Tags')] } },
};

/** An existing account can be one of these only (openapi.yaml, `UpdateAccountRequestBody`). */
export const changedType: INodeProperties = {
	displayName: 'Account Type',
	name: 'accountType',
	type: 'options',
	default: 'customer',
	description: 'What the company is to yours',
	options: [
		{ name: 'Customer', value: 'customer' },
		{ name: 'Partner', value: 'partner' },
	],
	routing: { send: { type: 'body', property: 'account_type' } },
};
