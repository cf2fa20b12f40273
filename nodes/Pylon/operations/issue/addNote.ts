import { textField } from '../../parameters/texts/textField';
import { binaryAttachments } from '../../parameters/files/attachmentsField';
import { collections } from '../../parameters/collections';
import { message } from '../../parameters/message/messageFields';
import { optionalRecord } from '../../parameters/record/recordField';
import { issueId } from '../../parameters/record/commonRecordFields';
import { note } from '../../records/message';
import { thread } from '../../records/thread';
import { sendWithAttachments } from '../../parameters/files/attachments';
import type { Operation } from '../operation';
import { oneThread } from './addNote.steps';
import { attachmentUrls, authorUserId } from './fields';
import { issueIdOfNumber } from './issueNumber.steps';

export const addNote: Operation = {
	name: 'Add Note',
	value: 'addNote',
	action: 'Add internal note to issue',
	description: 'Write an internal note that the customer does not see',
	request: { method: 'POST', url: '/issues/{issueId}/note' },
	safeToRepeat: false,
	validate: [oneThread],
	lookUp: [issueIdOfNumber],
	run: sendWithAttachments,
	fields: [
		issueId,
		...message,
		{
			...collections.additionalFields,
			options: [
				optionalRecord(note, {
					displayName: 'Answer to Note',
					name: 'messageId',
					property: 'message_id',
					description:
						"An internal note of the issue: the new one is written into its thread. Not together with 'Thread'.",
				}),
				attachmentUrls,
				binaryAttachments,
				authorUserId,
				optionalRecord(thread, {
					displayName: 'Thread',
					name: 'threadId',
					property: 'thread_id',
					description:
						"The internal thread to write the note in: the ID from 'Get Threads', not its 'thread_id'. Without a thread, Pylon uses the newest one that is connected to Slack, or opens a new one.",
				}),
				textField({
					displayName: 'Thread Name',
					name: 'threadName',
					property: 'thread_name',
					placeholder: 'e.g. Escalation to billing',
					description: 'How the thread is called, in case Pylon opens a new one',
				}),
			],
		},
	],
};
