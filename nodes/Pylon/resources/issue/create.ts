import { picker } from '../../fields/picker';
import { accountId } from '../../fields/records';
import { account } from '../../records/account';
import { contact } from '../../records/contact';
import { textInBody } from '../../steps/body';
import { recordInBody } from '../../steps/record';
import type { Operation } from '../resource';
import { additionalFields } from './create.fields';
import { deliveryFields } from './create.delivery';
import { forSomebody, oneAuthor, requesterInBody } from './create.steps';

/** Who the issue is for, who wrote it and how it is delivered are independent of each other (openapi.yaml, `createIssue`). */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create issue',
	description: 'Open an issue with its first message',
	routing: {
		request: { method: 'POST', url: '/issues' },
		send: { preSend: [forSomebody, oneAuthor] },
	},
	fields: [
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Export stops at 1,000 rows',
			routing: { send: { type: 'body', property: 'title', preSend: [textInBody('title', 'Title')] } },
		},
		{
			displayName: 'Message (HTML)',
			name: 'bodyHtml',
			type: 'string',
			typeOptions: { rows: 5 },
			default: '',
			required: true,
			placeholder: 'e.g. <p>Hello Ada, we are looking into it.</p>',
			description: 'The first message of the issue, as HTML',
			routing: { send: { type: 'body', property: 'body_html', preSend: [textInBody('body_html', 'Message (HTML)')] } },
		},
		{
			...accountId,
			required: false,
			description: 'The account that the issue is for. An account, a requester, or both are needed.',
			routing: { send: { preSend: [recordInBody(account, 'accountId', 'account_id', 'Account', { optional: true })] } },
		},
		{
			...picker(
				'Requester',
				'requesterId',
				'The contact that the issue is for. By email, Pylon finds the contact or creates it.',
				contact,
			),
			required: false,
			routing: { send: { preSend: [requesterInBody] } },
		},
		...deliveryFields,
		additionalFields,
	],
};
