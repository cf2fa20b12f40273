import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { PayloadFault } from './payload';
import type { BodyFault } from './rawBody';
import type { HeaderFault } from './signature';

export type RefusalReason = HeaderFault | BodyFault | PayloadFault | 'noSecret' | 'noCredential' | 'mismatch';

export interface Refusal {
	refusal: RefusalReason;
	/** What n8n threw, if it did. Its message goes into the log. */
	cause?: unknown;
}

interface Answer {
	status: number;
	/** What the sender reads, for instance in Pylon's log. */
	says: string;
	/** What n8n's log says beside it: what was wrong and what to do. */
	logs: string;
}

const unauthorized = (logs: string): Answer => ({
	status: 401,
	says: 'This call was not accepted as one from Pylon. The log of n8n says which check it did not pass.',
	logs,
});

const badRequest = (says: string, status = 400): Answer => ({ status, says, logs: says });

const answers: Record<RefusalReason, Answer> = {
	noSecret: unauthorized(
		"The Pylon credential has no webhook signing secret, so no call can be checked. Paste the secret that Pylon shows under Settings > Webhooks into 'Webhook Signing Secret' of the credential.",
	),
	noCredential: unauthorized(
		'The Pylon credential of this trigger could not be read, so no call can be checked. Choose it again in the node, and see that it still exists.',
	),
	missing: unauthorized(
		'The X-Pylon-Signature header is missing. Either something other than Pylon calls this URL, or a proxy in front of n8n removes the header.',
	),
	repeated: unauthorized(
		'The X-Pylon-Signature header was sent more than once. See whether a proxy in front of n8n adds it again.',
	),
	malformed: unauthorized(
		'The X-Pylon-Signature header is not 64 lowercase hexadecimal digits. Either something other than Pylon calls this URL, or a proxy in front of n8n changes the header.',
	),
	mismatch: unauthorized(
		"The signature does not fit the body. See that 'Webhook Signing Secret' in the Pylon credential is the secret of the webhook with this URL (Pylon: Settings > Webhooks), and that no proxy in front of n8n changes the body.",
	),
	tooLarge: badRequest('The body is larger than n8n accepts (setting N8N_PAYLOAD_SIZE_MAX). Send IDs instead of texts.', 413),
	unreadable: badRequest('The body could not be read to its end. Send it again.'),
	empty: badRequest(
		'The body is empty. In the Pylon trigger, paste the payload template that the Pylon Trigger node in n8n shows.',
	),
	notJson: badRequest(
		'The body is not valid JSON. Most likely a text variable in the payload template of the Pylon trigger holds a quote or a line break: send only IDs, and fetch the rest with the Pylon node.',
	),
	notAnObject: badRequest(
		'The body is JSON, but not an object. In the Pylon trigger, start the payload template with { and end it with }.',
	),
};

const messageOf = (cause: unknown): string =>
	typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : String(cause);

/** Answers the call with a 4xx status and a sentence, notes why in n8n's log, and starts no execution. */
export function refuse(context: IWebhookFunctions, { refusal, cause }: Refusal): IWebhookResponseData {
	const { status, says, logs } = answers[refusal];
	context.logger.warn(`Pylon Trigger answered ${status}: ${logs}`, {
		check: refusal,
		...(cause !== undefined && { cause: messageOf(cause) }),
		nodeName: context.getNode().name,
		workflowId: context.getWorkflow().id,
	});
	const response = context.getResponseObject();
	response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
	response.end(JSON.stringify({ message: says }));
	return { noWebhookResponse: true };
}
