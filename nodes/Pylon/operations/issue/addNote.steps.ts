import { bodyOf, wrongInput } from '../../parameters/values';
import type { Step } from '../../run/operationPlan';

/**
 * A note's thread is given by the thread or by a note in it, not by both (openapi.yaml, `createIssueNote`).
 * @throws NodeOperationError when both are given, or a name for a thread that exists
 */
export const oneThread: Step = function (request) {
	const { thread_id: thread, message_id: message, thread_name: name } = bodyOf(request);
	if (thread !== undefined && message !== undefined) {
		throw wrongInput(
			this,
			"'Answer to Note' and 'Thread' cannot be used together",
			"Remove one of them under 'Additional Fields': each of them alone says which thread the note belongs to.",
		);
	}
	if (name !== undefined && (thread !== undefined || message !== undefined)) {
		throw wrongInput(
			this,
			"'Thread Name' is for a new thread only",
			`Remove it under 'Additional Fields', or remove '${thread === undefined ? 'Answer to Note' : 'Thread'}', which names a thread that exists.`,
		);
	}
};
