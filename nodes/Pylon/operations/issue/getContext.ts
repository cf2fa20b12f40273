import { collections } from '../../parameters/collections';
import { issueId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';
import { contextSize, describeIssue, readIssue } from './getContext.handler';

export const getContext: Operation = {
	name: 'Get Context',
	value: 'getContext',
	action: 'Get context of issue',
	description:
		"Get everything about one issue at once: its fields, the conversation, the requester, the account, and the requester's other open issues. For AI steps and triage. In 'conversation', each message begins with a line such as '[2026-11-03 14:00 +00:00 | customer | email] Ada (ada@example.com):', and its text is indented, so that no message can pretend to be another. 'messages' has the same messages as a list.",
	effect: 'reads',
	builderHint: "Before an AI step: 'conversation' of the result is one text with all messages.",
	request: { method: 'GET', url: '/issues/{issueId}' },
	validate: [contextSize],
	run: readIssue,
	complete: describeIssue,
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
						'Whether the conversation includes internal notes, marked as such. Turn it off if the text may reach the customer.',
				},
				{
					displayName: 'Size Limit (Characters)',
					name: 'sizeLimit',
					type: 'number',
					typeOptions: { minValue: 100 },
					default: 20000,
					description:
						'Max length of the conversation. The oldest messages are left out first; the text says how many.',
				},
			],
		},
	],
};
