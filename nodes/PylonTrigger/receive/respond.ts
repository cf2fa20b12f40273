import { NodeOperationError, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';

import { answerTo, type Refusal } from './refusalTexts';

const messageOf = (cause: unknown): string =>
	typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : String(cause);

/**
 * Answers the call with a status of its own and a sentence, notes why in n8n's log, and starts no execution.
 * @throws NodeOperationError in the editor's test, once the call is answered, when a call that passed the check has an
 * unusable payload: n8n shows it in the panel of the node, and starts nothing else
 */
export async function refuse(context: IWebhookFunctions, refusal: Refusal): Promise<IWebhookResponseData> {
	const { status, says, logs } = answerTo(refusal);
	const { cause } = refusal;
	context.logger.warn(`Pylon Trigger answered ${status}: ${logs}`, {
		check: refusal.refusal,
		...(cause !== undefined && { cause: messageOf(cause) }),
		nodeName: context.getNode().name,
		workflowId: context.getWorkflow().id,
	});
	const response = context.getResponseObject();
	const body = Buffer.from(JSON.stringify({ message: says }));
	response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
	const sent = new Promise((resolve) => response.once('close', resolve).once('finish', resolve));
	response.end(body);
	if (context.getMode() === 'manual' && status === 400) {
		await sent;
		throw new NodeOperationError(context.getNode(), says, {
			description: `Pylon was answered with status ${status} and these words. In a published workflow, nothing is started by such a call.`,
		});
	}
	return { noWebhookResponse: true };
}
