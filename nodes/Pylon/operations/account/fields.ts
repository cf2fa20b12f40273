import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../parameters/choices/choiceFields';
import { domainField, urlField } from '../../parameters/texts/textField';
import { domainListField } from '../../parameters/lists/listFields';
import { tagsInBody } from '../../parameters/lists/lists';
import { optionalRecord } from '../../parameters/record/recordField';
import { recordList, recordListField } from '../../parameters/record/recordListField';
import { account } from '../../records/account';
import { user } from '../../records/user';

/** Optional fields that an account is created or updated with. */

export const domains: INodeProperties = domainListField({
	displayName: 'Domains',
	name: 'domains',
	property: 'domains',
	placeholder: 'e.g. globex.com, globex.co.uk',
	description:
		"Email domains of the account, separated by commas or an expression that returns an array, each without https://. One of them has to be the 'Primary Domain'.",
});

/** For a new account, beside its 'Domain'. */
export const moreDomains: INodeProperties = domainListField({
	displayName: 'More Domains',
	name: 'moreDomains',
	property: 'domains',
	placeholder: 'e.g. globex.co.uk, globex.de',
	description:
		'More email domains of the account, separated by commas or an expression that returns an array, each without https://',
});

export const logoUrl: INodeProperties = urlField({
	displayName: 'Logo URL',
	name: 'logoUrl',
	property: 'logo_url',
	placeholder: 'e.g. https://example.com/globex.png',
	description: 'URL of a picture: square, PNG or JPEG',
});

/** For updates: an empty value removes the owner (openapi.yaml). */
export const ownerOrNone = optionalRecord(user, {
	displayName: 'Owner',
	name: 'ownerId',
	property: 'owner_id',
	description:
		"The user who owns the account. To remove the owner, leave it empty and choose 'Clear' under 'If a Value Is Empty'.",
	clearable: true,
});

export const primaryDomain: INodeProperties = domainField({
	displayName: 'Primary Domain',
	name: 'primaryDomain',
	property: 'primary_domain',
	placeholder: 'e.g. globex.com',
	description: "The main one of 'Domains'",
});

export const subaccountIds: INodeProperties = recordListField({
	noun: 'Subaccount',
	name: 'subaccountIds',
	property: 'subaccount_ids',
	loadOptionsMethod: 'getAccounts',
	description: 'The accounts below this one (for a partner: the accounts of its clients)',
	kind: account,
});

export const tags: INodeProperties = recordListField({
	noun: 'Tag',
	name: 'tags',
	property: 'tags',
	loadOptionsMethod: 'getAccountTags',
	description: 'What the account is tagged with',
	read: [tagsInBody],
});

/** The types that an existing account can have (openapi.yaml, `UpdateAccountRequestBody`). */
export const changedType: INodeProperties = optionsField({
	displayName: 'Account Type',
	name: 'accountType',
	property: 'account_type',
	default: 'customer',
	description: 'What the company is to you',
	options: [
		{ name: 'Customer', value: 'customer' },
		{ name: 'Partner', value: 'partner' },
	],
});

export const accountIds = recordList({
	noun: 'Account',
	name: 'accountIds',
	loadOptionsMethod: 'getAccounts',
	description:
		'The accounts to change, often the one of the incoming item. Items with the same change are sent together',
	required: true,
});
