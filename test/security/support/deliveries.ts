import { WEBHOOK_SECRET } from '../../../sandbox/n8n/sandbox';
import type { SavedWorkflow } from '../../../sandbox/n8n/api';
import { signBody } from '../../../sandbox/pylon';
import { triggerPath } from '../../queue/support/deliveries';

/**
 * Sends a delivery as Pylon does, over a connection of its own.
 *
 * @param n8nUrl without a slash at the end
 * @param workflow with a Pylon Trigger
 * @param payload fields of the delivery, beside its event
 * @throws Error unless it is answered with 200
 */
export async function deliver(
	n8nUrl: string,
	workflow: SavedWorkflow,
	payload: object,
): Promise<void> {
	const body = JSON.stringify({ event: 'issue_created', ...payload });
	const response = await fetch(`${n8nUrl}${triggerPath(workflow)}`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'x-pylon-signature': signBody(WEBHOOK_SECRET, body),
			connection: 'close',
		},
		body,
	});
	const text = await response.text();
	if (response.status !== 200)
		throw new Error(`answered ${response.status}: ${text.slice(0, 200)}`);
}
