import { recordField } from '../../parameters/record/recordField';
import { message } from '../../parameters/message/messageFields';
import { issueId } from '../../parameters/record/commonRecordFields';
import { customerMessage } from '../../records/message';
import type { Operation } from '../operation';
import { issueIdOfNumber } from './issueNumber.steps';
import { replyFields } from './reply/fields';
import { noteIsPossible, oneReplyAuthor, RECIPIENTS, recipientsInBody } from './reply/steps';

/** Pylon needs the message that is answered, and for an email the recipients (openapi.yaml, `createIssueReply`). */
export const reply: Operation = {
	name: 'Reply',
	value: 'reply',
	action: 'Reply to issue',
	description:
		'Send a message to the customer of an issue. It answers the latest message that the customer can see, in the same channel and to the same people.',
	effect: 'reachesCustomers',
	builderHint:
		"Sends a message to the customer. For text that a model has written, set 'messageFormat' to 'markdown'. For a note that only the team sees, use 'addNote'.",
	request: { method: 'POST', url: '/issues/{issueId}/reply' },
	safeToRepeat: false,
	validate: [oneReplyAuthor, recipientsInBody, noteIsPossible],
	lookUp: [issueIdOfNumber],
	load: async () => ({ run: (await import('./reply/handler')).reply }),
	fields: [
		issueId,
		{
			displayName: 'Message to Answer',
			name: 'messageToAnswer',
			type: 'options',
			noDataExpression: true,
			default: 'latest',
			description: 'The message to reply to. The reply is sent in the same channel.',
			options: [
				{
					name: 'Latest Customer-Visible Message',
					value: 'latest',
					description:
						'The last message that is not an internal note, from the customer or from your team',
				},
				{
					name: 'Specific Message',
					value: 'specific',
					description: 'A message that you choose',
				},
			],
		},
		{
			...recordField(customerMessage, {
				displayName: 'Specific Message',
				name: 'messageId',
				property: 'message_id',
				description:
					"A message that the customer can see ('is_private' is false in the results of 'Get Messages')",
			}),
			displayOptions: { show: { messageToAnswer: ['specific'] } },
		},
		...message,
		{
			displayName: RECIPIENTS.to_emails,
			name: 'toEmails',
			type: 'string',
			default: '',
			placeholder: 'e.g. ada@example.com',
			description:
				"Only for conversations by email. Leave empty to reply to all: the sender and everyone in CC, except your own addresses. If you enter addresses, only they and 'CC' and 'BCC' get the reply. Addresses separated by commas, or an expression that returns an array.",
		},
		replyFields,
	],
};
