import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { clock } from '../shared/client/clock';
import { forgetOldest } from '../shared/client/forgetOldest';

const MINUTE_MS = 60_000;

/** How many warnings are remembered. */
const MOST = 1000;

/** When a warning was written last, in milliseconds since 1970, and how many like it were left out since. */
export interface WrittenWarning {
	at: number;
	leftOut: number;
}

/**
 * Writes a warning into n8n's log: for each reason, the first one of a minute. Everybody who knows the URL of a webhook can
 * cause refused calls, and should not be able to fill the log with them.
 * @param context the context of the webhook call
 * @param written the warnings so far, by trigger and reason; this one is added
 * @param reason what similar warnings have in common
 * @param message the warning, for people
 * @param details for n8n's log, beside the names of node and workflow
 */
export function warnOncePerMinute(
	context: IWebhookFunctions,
	written: Map<string, WrittenWarning>,
	reason: string,
	message: string,
	details: IDataObject,
): void {
	const { id: nodeId, name: nodeName } = context.getNode();
	const { id: workflowId } = context.getWorkflow();
	const key = JSON.stringify([workflowId, nodeId, reason]);
	const last = written.get(key);
	// Less than 0 when n8n's clock was set back.
	const since = last === undefined ? Infinity : clock.now() - last.at;
	if (last !== undefined && since >= 0 && since < MINUTE_MS) {
		last.leftOut++;
		return;
	}
	written.delete(key);
	written.set(key, { at: clock.now(), leftOut: 0 });
	forgetOldest(written, MOST);
	const leftOut = last === undefined || last.leftOut === 0 ? {} : { sinceThen: last.leftOut };
	context.logger.warn(message, { ...details, ...leftOut, nodeName, workflowId });
}
