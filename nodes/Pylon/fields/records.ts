import { picker } from './picker';

/** `GET` and `PATCH` take an external ID too since autumn 2026 (openapi.yaml). */
export const contactId = picker('Contact', 'contactId', 'The contact to work with', [
	{
		displayName: 'By External ID',
		name: 'externalId',
		placeholder: 'e.g. crm-contact-42',
		hint: 'An ID that your own system gave to the contact',
	},
]);

/** Pylon takes an issue's ID or its number in the path (openapi.yaml, `x-accepts`). */
export const issueId = picker('Issue', 'issueId', 'The issue to work with', [
	{
		displayName: 'By Number',
		name: 'number',
		placeholder: 'e.g. 1042',
		hint: 'The number that Pylon shows beside the title',
	},
]);

/** Pylon takes an account's ID or an external ID in a path (openapi.yaml). */
export const accountId = picker('Account', 'accountId', 'The account to work with', [
	{
		displayName: 'By External ID',
		name: 'externalId',
		placeholder: 'e.g. crm-globex',
		hint: 'An ID that your own system gave to the account',
	},
]);
