import { collections } from '../../parameters/collections';
import { issueId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';

export const getContext: Operation = {
	name: 'Get Context',
	value: 'getContext',
	action: 'Get context of issue',
	description:
		"Read everything about one issue at once: fields, conversation, requester, account, and the requester's other open issues. For AI steps and triage. 'conversation' is one text with the time, author and channel of each message; 'messages' has the same as a list.",
	effect: 'reads',
	builderHint: "Before an AI step: 'conversation' of the result is one text with all messages.",
	request: { method: 'GET', url: '/issues/{issueId}' },
	load: async () => {
		const { contextSize, readIssue, describeIssue } = await import('./getContext.handler');
		return { validate: [contextSize], run: readIssue, complete: describeIssue };
	},
	fields: [
		issueId,
		{
			...collections.options,
			options: [
				{
					displayName: 'Include Internal Notes',
					name: 'includeInternalNotes',
					type: 'boolean',
					default: true,
					description:
						'Whether the conversation contains internal notes, marked as such. Switch it off when the text may reach the customer.',
				},
				{
					displayName: 'Size Limit (Characters)',
					name: 'sizeLimit',
					type: 'number',
					typeOptions: { minValue: 100 },
					default: 20000,
					description:
						'How long the conversation may be. If it is longer, the oldest messages are left out, and the text says how many.',
				},
			],
		},
	],
};
