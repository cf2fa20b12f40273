import type { INodeProperties } from 'n8n-workflow';

/** The contact that an operation acts on. `GET` and `PATCH` take an external ID too since autumn 2026 (openapi.yaml). */
export const contactId: INodeProperties = {
	displayName: 'Contact',
	name: 'contactId',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	required: true,
	description: 'The contact to work with',
	modes: [
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11',
			hint: 'The ID that Pylon gave to the contact',
		},
		{
			displayName: 'By External ID',
			name: 'externalId',
			type: 'string',
			placeholder: 'e.g. crm-contact-42',
			hint: 'An ID that your own system gave to the contact',
		},
	],
};

/** The issue that an operation acts on: Pylon takes its ID or its number in the path (openapi.yaml, `x-accepts`). */
export const issueId: INodeProperties = {
	displayName: 'Issue',
	name: 'issueId',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	required: true,
	description: 'The issue to work with',
	modes: [
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 9d0ce7a1-5a30-4f0e-8f52-0f3f6b8f7a10',
			hint: 'The ID that Pylon gave to the issue',
		},
		{
			displayName: 'By Number',
			name: 'number',
			type: 'string',
			placeholder: 'e.g. 1042',
			hint: 'The number that Pylon shows beside the title',
		},
	],
};

/** An account, by either of its IDs: Pylon takes both in a path (openapi.yaml). */
export const accountId: INodeProperties = {
	displayName: 'Account',
	name: 'accountId',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	required: true,
	description: 'The account to work with',
	modes: [
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 3b1f6a3c-6c52-4c8e-a9f4-1de5b8f6c201',
			hint: 'The ID that Pylon gave to the account',
		},
		{
			displayName: 'By External ID',
			name: 'externalId',
			type: 'string',
			placeholder: 'e.g. crm-globex',
			hint: 'An ID that your own system gave to the account',
		},
	],
};
