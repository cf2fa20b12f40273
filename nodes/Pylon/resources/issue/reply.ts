import { picker } from '../../fields/picker';
import { issueId } from '../../fields/records';
import { idInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { bodyHtml } from './fields';
import { issueIdOfNumber } from './issueNumber.steps';
import { replyFields } from './reply.fields';
import { oneReplyAuthor, recipientsInBody } from './reply.steps';

/** Recipients are not taken over from the message that is answered (openapi.yaml, `createIssueReply`). */
export const reply: Operation = {
	name: 'Reply',
	value: 'reply',
	action: 'Reply to issue',
	description: 'Send a message to the customer, by the channel of an earlier message',
	routing: {
		request: { method: 'POST', url: '/issues/{issueId}/reply' },
		send: { preSend: [issueIdOfNumber, oneReplyAuthor, recipientsInBody] },
	},
	fields: [
		issueId,
		{
			...picker(
				'Message to Answer',
				'messageId',
				"A message of the issue that the customer can see ('is_private' is false in 'Get Messages'). The reply continues its conversation.",
			),
			routing: { send: { type: 'body', property: 'message_id', preSend: [idInBody('message_id', 'Message to Answer')] } },
		},
		bodyHtml,
		{
			displayName: 'To',
			name: 'toEmails',
			type: 'string',
			default: '',
			placeholder: 'e.g. ada@example.com',
			description:
				'Only for a conversation by email, where it needs a recipient here or in CC or BCC: those of the earlier message are not taken over. Addresses separated by commas, or an expression that yields an array.',
		},
		replyFields,
	],
};
