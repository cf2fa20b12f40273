import { picker } from '../../fields/picker';
import { accountId } from '../../fields/records';
import { idInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { contentHtml, expiresAt } from './fields';

/** `contact_id` is known from one catalogue of August 2026 only (openapi.yaml, `createAccountHighlight`). */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create account highlight',
	description: 'Put a note at the top of an account that everybody who works with it sees',
	routing: { request: { method: 'POST', url: '/accounts/{accountId}/highlights' } },
	fields: [
		accountId,
		{ ...contentHtml, required: true },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					...picker('Contact', 'contactId', 'The contact of the account that the highlight is about'),
					required: false,
					routing: { send: { type: 'body', property: 'contact_id', preSend: [idInBody('contact_id', 'Contact')] } },
				},
				expiresAt,
			],
		},
	],
};
