import { booleanField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { recordIdField } from '../../parameters/record/recordField';
import { issueId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';

export const askAiAgent: Operation = {
	name: 'Ask AI Agent',
	value: 'askAiAgent',
	action: 'Ask AI agent about issue',
	description: 'Let an AI agent of Pylon write an answer to an issue',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/issues/{issueId}/ai-response' },
	safeToRepeat: false,
	fields: [
		issueId,
		recordIdField({
			displayName: 'AI Agent',
			name: 'aiAgentId',
			property: 'ai_agent_id',
			description:
				"The agent that answers. Pylon's API does not list AI agents: open the agent in Pylon and look for the ID in its settings or in the address of the page.",
		}),
		{
			...collections.options,
			options: [
				booleanField({
					displayName: 'Post as Internal Note',
					name: 'postAsInternalNote',
					property: 'post_as_internal_note',
					default: true,
					description:
						'Whether to also add the answer to the issue, as an internal note that the customer does not see',
				}),
			],
		},
	],
};
