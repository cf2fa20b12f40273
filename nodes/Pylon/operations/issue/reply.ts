import { recordField } from '../../parameters/record/recordField';
import { message } from '../../parameters/message/messageFields';
import { issueId } from '../../parameters/record/commonRecordFields';
import { customerMessage } from '../../records/message';
import type { Operation } from '../operation';
import { issueIdOfNumber } from './issueNumber.steps';
import { replyFields } from './reply.fields';
import { reply as sendReply } from './reply.handler';
import { noteIsPossible, oneReplyAuthor, RECIPIENTS, recipientsInBody } from './reply.steps';

/** Pylon needs to be told the message that is answered, and its recipients (openapi.yaml, `createIssueReply`). */
export const reply: Operation = {
	name: 'Reply',
	value: 'reply',
	action: 'Reply to issue',
	description:
		'Send a message to the customer of an issue, as an answer to its latest customer-visible message, by the same channel and to the same people. Internal notes are never answered.',
	effect: 'reachesCustomers',
	builderHint:
		"Sends a message to the customer. For text that a model has written, set 'messageFormat' to 'markdown'. For a note that only the team sees, use 'addNote'.",
	request: { method: 'POST', url: '/issues/{issueId}/reply' },
	safeToRepeat: false,
	validate: [oneReplyAuthor, recipientsInBody, noteIsPossible],
	lookUp: [issueIdOfNumber],
	run: sendReply,
	fields: [
		issueId,
		{
			displayName: 'Message to Answer',
			name: 'messageToAnswer',
			type: 'options',
			noDataExpression: true,
			default: 'latest',
			description: 'Which message the reply continues. The channel is that of this message.',
			options: [
				{
					name: 'Latest Customer-Visible Message',
					value: 'latest',
					description:
						'The last message of the issue that is no internal note, by the customer or by your team',
				},
				{
					name: 'Specific Message',
					value: 'specific',
					description: 'A message of which you have the ID',
				},
			],
		},
		{
			...recordField(customerMessage, {
				displayName: 'Specific Message',
				name: 'messageId',
				property: 'message_id',
				description:
					"A message of the issue that the customer can see ('is_private' is false in 'Get Messages'). The reply continues its conversation.",
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
				'Only for a conversation by email. Empty sends to those of the email that is answered: its sender with the others in CC, apart from the addresses that your team writes from. Filled in, nobody else gets it but CC and BCC. Addresses separated by commas, or an expression that yields an array.',
		},
		replyFields,
	],
};
