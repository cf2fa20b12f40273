import { collections } from '../../parameters/collections';
import { optionalRecord } from '../../parameters/record/recordField';
import { accountId } from '../../parameters/record/commonRecordFields';
import { contact } from '../../records/contact';
import type { Operation } from '../operation';
import { content, expiresAt } from './fields';

/** Only a catalogue of August 2026 has `contact_id` (openapi.yaml, `createAccountHighlight`). */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create account highlight',
	description: 'Add a note to the top of an account, where everyone on your team sees it',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/accounts/{accountId}/highlights' },
	safeToRepeat: false,
	fields: [
		accountId,
		...content,
		{
			...collections.additionalFields,
			options: [
				optionalRecord(contact, {
					displayName: 'Contact',
					name: 'contactId',
					property: 'contact_id',
					description: 'The contact of the account that the highlight is about',
				}),
				expiresAt,
			],
		},
	],
};
