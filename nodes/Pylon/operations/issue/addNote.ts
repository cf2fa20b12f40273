import { textField } from '../../parameters/texts/textField';
import { binaryAttachments } from '../../parameters/files/attachmentsField';
import { collections } from '../../parameters/collections';
import { message } from '../../parameters/message/messageFields';
import { optionalRecord } from '../../parameters/record/recordField';
import { issueId } from '../../parameters/record/commonRecordFields';
import { note } from '../../records/message';
import { thread } from '../../records/thread';
import type { Operation } from '../operation';
import { oneThread } from './addNote.steps';
import { attachmentUrls, authorUserId } from './fields';
import { issueIdOfNumber } from './issueNumber.steps';

export const addNote: Operation = {
	name: 'Add Note',
	value: 'addNote',
	action: 'Add internal note to issue',
	description: 'Write an internal note that the customer does not see',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/issues/{issueId}/note' },
	safeToRepeat: false,
	validate: [oneThread],
	lookUp: [issueIdOfNumber],
	load: async () => {
		const { sendWithAttachments } = await import('../../parameters/files/attachments');
		return { run: sendWithAttachments };
	},
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
						"The internal note to reply to: the new note goes into its thread. Cannot be combined with 'Thread'.",
				}),
				attachmentUrls,
				binaryAttachments,
				authorUserId,
				optionalRecord(thread, {
					displayName: 'Thread',
					name: 'threadId',
					property: 'thread_id',
					description:
						"The internal thread to write into: its ID in the results of 'Get Threads', not the 'thread_id'. Leave out to use the newest thread connected to Slack, or a new one.",
				}),
				textField({
					displayName: 'Thread Name',
					name: 'threadName',
					property: 'thread_name',
					placeholder: 'e.g. Escalation to billing',
					description: 'Name of the thread, if Pylon opens a new one',
				}),
			],
		},
	],
};
