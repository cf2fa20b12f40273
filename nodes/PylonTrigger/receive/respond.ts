import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { operationError } from '../../shared/input';
import type { Ignored } from '../decide/decision';
import type { TriggerMemory } from '../memory';
import { warnOncePerMinute } from '../warnOncePerMinute';
import { answerTo, type Refusal } from './refusalTexts';

const messageOf = (cause: unknown): string =>
	typeof cause === 'object' && cause !== null && 'message' in cause
		? String(cause.message)
		: String(cause);

/**
 * Answers the call past n8n.
 * @returns a promise that is fulfilled when the answer was sent, or the sender has gone away
 */
async function send(
	context: IWebhookFunctions,
	status: number,
	answer: IDataObject,
): Promise<void> {
	const response = context.getResponseObject();
	const body = Buffer.from(JSON.stringify(answer));
	response.writeHead(status, {
		'Content-Type': 'application/json; charset=utf-8',
		'Content-Length': body.length,
	});
	const sent = new Promise((resolve) => response.once('close', resolve).once('finish', resolve));
	const hasGone = response.destroyed;
	response.end(body);
	if (!hasGone) await sent;
}

/**
 * Answers the call with an error status and a sentence, writes the reason into n8n's log, and starts no execution.
 * @param context the context of the webhook call
 * @param refusal what is wrong with the call
 * @param memory the node's memory, for when each warning was written last
 * @returns that the call has been answered
 * @throws NodeOperationError in the editor's test, once the call is answered: n8n shows it in the panel of the node, and
 * starts nothing else. The test URL is secret and lives for two minutes, so what is wrong with a signature may be said
 * there.
 */
export async function refuse(
	context: IWebhookFunctions,
	refusal: Refusal,
	{ warnings }: Pick<TriggerMemory, 'warnings'>,
): Promise<IWebhookResponseData> {
	const { status, tells, headline, advice } = answerTo(refusal);
	const cause = refusal.cause === undefined ? undefined : messageOf(refusal.cause);
	warnOncePerMinute(
		context,
		warnings,
		refusal.refusal,
		`Pylon Trigger answered ${status}: ${headline}. ${advice}`,
		{
			check: refusal.refusal,
			...(cause !== undefined && { cause }),
		},
	);
	const sent = send(context, status, { message: tells });
	if (context.getMode() === 'manual') {
		await sent;
		throw operationError(
			context,
			headline,
			[
				advice,
				cause && `Cause: ${cause.replace(/\.$/, '')}.`,
				`The call was answered with status ${status}. In a published workflow, such a call starts nothing.`,
			]
				.filter(Boolean)
				.join(' '),
		);
	}
	return { noWebhookResponse: true };
}

/**
 * Answers with status 200 a call that starts nothing, on purpose.
 * @param context the context of the webhook call
 * @param decision why the call starts nothing, and what is probably wrong with the settings
 * @param memory the node's memory, for when each warning was written last
 * @returns the answer, for n8n to send
 * @throws NodeOperationError in the editor's test, once the call is answered, when there is a note
 */
export async function answerIgnored(
	context: IWebhookFunctions,
	{ ignored, note }: Ignored,
	{ warnings }: Pick<TriggerMemory, 'warnings'>,
): Promise<IWebhookResponseData> {
	context.logger.debug(`Pylon Trigger started nothing: ${ignored}`, {
		nodeName: context.getNode().name,
	});
	const answer = {
		message: `Received. Nothing was started: ${ignored}`,
		...(note !== undefined && { note }),
	};
	if (note === undefined) return { webhookResponse: answer };
	warnOncePerMinute(
		context,
		warnings,
		'conditions',
		`Pylon Trigger started nothing: ${ignored} ${note}`,
		{
			check: 'conditions',
		},
	);
	if (context.getMode() !== 'manual') return { webhookResponse: answer };
	await send(context, 200, answer);
	throw operationError(context, ignored.replace(/\.$/, ''), note);
}
