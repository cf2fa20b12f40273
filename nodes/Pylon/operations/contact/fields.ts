import type { INodeProperties } from 'n8n-workflow';
import { account as accountKind } from '../../records/account';
import { optionalRecord } from '../../parameters/record/recordField';
import { openOptionsField } from '../../parameters/choices/choiceFields';
import { emailField, idField, urlField } from '../../parameters/texts/textField';
import { sentField } from '../../parameters/sentField';
import { phoneNumberInBody, phoneNumbersInBody } from './update.steps';

/** Optional fields that a contact is created, updated or imported with. */

export const avatarUrl: INodeProperties = urlField({
	displayName: 'Avatar URL',
	name: 'avatarUrl',
	property: 'avatar_url',
	placeholder: 'e.g. https://example.com/ada.png',
	description: 'URL of a picture of the person: square, PNG or JPEG',
});

/** For a new contact; the same object everywhere is one property of the node. */
export const account: INodeProperties = optionalRecord(accountKind, {
	displayName: 'Account',
	name: 'accountId',
	property: 'account_id',
	description: 'The account that the contact belongs to',
	// Pylon takes the account's external ID, too (openapi.yaml, `CreateContactRequestBody`).
	as: { externalId: 'account_external_id' },
	optional: true,
});

export const email: INodeProperties = emailField({
	displayName: 'Email',
	name: 'email',
	property: 'email',
	placeholder: 'e.g. ada@example.com',
});

export const phoneNumbers: INodeProperties = sentField(
	'string',
	'',
	{
		displayName: 'Phone Numbers',
		name: 'phoneNumbers',
		property: 'phone_numbers',
		placeholder: 'e.g. 15550100, 15550101',
		description:
			'Phone numbers of the contact, separated by commas or an expression that returns an array. At most 15 digits each.',
	},
	phoneNumbersInBody,
);

const PORTAL_ROLES = [
	{ name: 'Admin', value: 'admin' },
	{ name: 'Member', value: 'member' },
	{ name: 'No Access', value: 'no_access' },
];

export const portalRole: INodeProperties = openOptionsField({
	displayName: 'Portal Role',
	name: 'portalRole',
	property: 'portal_role',
	default: 'member',
	description: 'What the contact may do in the customer portal',
	options: PORTAL_ROLES,
});

export const portalRoleId: INodeProperties = idField({
	displayName: 'Portal Role ID',
	name: 'portalRoleId',
	placeholder: 'e.g. 5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11',
	property: 'portal_role_id',
	description: "ID of a custom portal role. It takes precedence over 'Portal Role'.",
});

export const primaryPhoneNumber: INodeProperties = sentField(
	'string',
	'',
	{
		displayName: 'Primary Phone Number',
		name: 'primaryPhoneNumber',
		property: 'primary_phone_number',
		placeholder: 'e.g. 15550100',
		description: "One of 'Phone Numbers'; without it, the first of them",
	},
	phoneNumberInBody,
);
