import { picker } from '../../fields/picker';
import { issueId } from '../../fields/records';
import { idInBody, textInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { oneThread } from './addNote.steps';
import { attachmentUrls, authorUserId, bodyHtml } from './fields';
import { issueIdOfNumber } from './issueNumber.steps';

export const addNote: Operation = {
	name: 'Add Note',
	value: 'addNote',
	action: 'Add note to issue',
	description: 'Write an internal note that the customer does not see',
	routing: {
		request: { method: 'POST', url: '/issues/{issueId}/note' },
		send: { preSend: [issueIdOfNumber, oneThread] },
	},
	fields: [
		issueId,
		bodyHtml,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					...picker('Answer to Note', 'messageId', "An internal note of the issue: the new one is written into its thread. Not together with 'Thread'."),
					required: false,
					routing: { send: { type: 'body', property: 'message_id', preSend: [idInBody('message_id', 'Answer to Note')] } },
				},
				attachmentUrls,
				authorUserId,
				{
					...picker(
						'Thread',
						'threadId',
						"The internal thread that the note is written into ('id' in 'Get Threads', not 'thread_id'). Without it, Pylon takes the newest one that is connected with Slack, or opens a new one.",
					),
					required: false,
					routing: { send: { type: 'body', property: 'thread_id', preSend: [idInBody('thread_id', 'Thread')] } },
				},
				{
					displayName: 'Thread Name',
					name: 'threadName',
					type: 'string',
					default: '',
					placeholder: 'e.g. Escalation to billing',
					description: 'How the thread is called, in case Pylon opens a new one',
					routing: { send: { type: 'body', property: 'thread_name', preSend: [textInBody('thread_name', 'Thread Name')] } },
				},
			],
		},
	],
};
