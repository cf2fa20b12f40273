import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';
import type { Operation } from '../operation';
import { fields } from './sendAndWait/fields';

/**
 * n8n recognizes the operation by its value, and then also offers the node for the human review of a model's tool calls
 * (docs/n8n-internals.md).
 */
export const sendAndWait: Operation = {
	name: 'Send and Wait for Response',
	value: SEND_AND_WAIT_OPERATION,
	action: 'Send message and wait for response',
	effect: 'writesInternally',
	description:
		'Ask the team in an internal note of an issue, and continue when somebody has approved or declined, written a text or filled in a form',
	request: { method: 'POST', url: '/issues/{issueId}/note' },
	safeToRepeat: false,
	requestParameter: 'sendAndWaitRequest',
	notForTools: true,
	load: async () => {
		const { readQuestion, askOnce } = await import('./sendAndWait/ask.handler');
		return { validate: [readQuestion], run: askOnce };
	},
	fields,
};
