import type { INodeProperties } from 'n8n-workflow';
import { optionalRecord } from '../../parameters/record/recordField';
import { listName, recordList } from '../../parameters/record/recordListField';
import { account } from '../../records/account';
import { user } from '../../records/user';
import { domainInBody } from '../../parameters/texts/body';
import { domainsInBody, listInBody } from '../../parameters/lists/lists';
import { recordsInList } from '../../parameters/record/recordListReferences';
import { urlInBody } from '../../parameters/texts/urls';

/** Optional fields that an account is created or updated with. */

export const domains: INodeProperties = {
	displayName: 'Domains',
	name: 'domains',
	type: 'string',
	default: '',
	placeholder: 'e.g. globex.com, globex.co.uk',
	description:
		"Email domains of the account's people, separated by commas or as an array by expression, each without https://. One of them has to be the 'Primary Domain'.",
	routing: {
		send: { type: 'body', property: 'domains', preSend: [domainsInBody('domains', 'Domains')] },
	},
};

export const logoUrl: INodeProperties = {
	displayName: 'Logo URL',
	name: 'logoUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/globex.png',
	description: 'Address of a picture: square, PNG or JPEG',
	routing: {
		send: { type: 'body', property: 'logo_url', preSend: [urlInBody('logo_url', 'Logo URL')] },
	},
};

/** For updates: empty takes the owner away (openapi.yaml). */
export const ownerOrNone = optionalRecord(user, {
	displayName: 'Owner',
	name: 'ownerId',
	property: 'owner_id',
	description:
		"The user who looks after the account. To take the owner away, leave it empty and choose 'Clear' under 'If a Value Is Empty'.",
	clearable: true,
});

export const primaryDomain: INodeProperties = {
	displayName: 'Primary Domain',
	name: 'primaryDomain',
	type: 'string',
	default: '',
	placeholder: 'e.g. globex.com',
	description: "The main one of 'Domains'",
	routing: {
		send: {
			type: 'body',
			property: 'primary_domain',
			preSend: [domainInBody('primary_domain', 'Primary Domain')],
		},
	},
};

export const subaccountIds: INodeProperties = {
	...recordList(
		'Subaccount',
		'subaccountIds',
		'getAccounts',
		'The accounts below this one (for a partner: the accounts that it looks after)',
		account,
	),
	routing: {
		send: {
			type: 'body',
			property: 'subaccount_ids',
			preSend: [
				listInBody('subaccount_ids', listName('Subaccount')),
				recordsInList(account, 'subaccount_ids', listName('Subaccount')),
			],
		},
	},
};

export const tags: INodeProperties = {
	...recordList('Tag', 'tags', 'getAccountTags', 'What the account is tagged with'),
	routing: {
		send: { type: 'body', property: 'tags', preSend: [listInBody('tags', listName('Tag'))] },
	},
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
