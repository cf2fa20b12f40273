import { WEBHOOK_SECRET } from '../../../sandbox/n8n/sandbox';
import type { SavedWorkflow } from '../../../sandbox/n8n/api';
import { seedIds, signBody } from '../../../sandbox/pylon';
import type { Cluster } from '../../../sandbox/queue/cluster';
import { executionsOf, itemsOf, tally } from './executions';

/** As many at once as a sender with a few connections. */
const AT_ONCE = 8;

/**
 * @param workflow with a Pylon Trigger, as n8n stored it
 * @returns the path of its webhook, on any webhook process
 */
export const triggerPath = ({ nodes }: SavedWorkflow): string => {
	const id = nodes.find(({ webhookId }) => webhookId)?.webhookId;
	return `/webhook/${id}/webhook`;
};

/**
 * Makes the payload of a delivery; no two are equal.
 *
 * @param n number of the delivery
 * @returns JSON
 */
export const payload = (n: number): string =>
	JSON.stringify({ event: 'issue_created', issue_id: seedIds.issues.first, n });

/**
 * Sends one delivery as Pylon does, over a connection of its own.
 *
 * @param url where to
 * @param n which one
 * @param body what is sent in the place of what was signed
 * @returns the status that it was answered with; 0 when the connection broke
 */
export async function send(url: string, n: number, body = payload(n)): Promise<number> {
	const headers = {
		'content-type': 'application/json',
		'x-pylon-signature': signBody(WEBHOOK_SECRET, payload(n)),
		connection: 'close',
	};
	return await fetch(url, { method: 'POST', headers, body }).then(
		async (response) => {
			await response.arrayBuffer();
			return response.status;
		},
		() => 0,
	);
}

/**
 * Works on all of them in their order, a few at once.
 *
 * @param all what is worked on
 * @param work what is done with one of them
 */
export async function aFewAtOnce<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
	const left = [...all];
	const next = async (): Promise<void> => {
		for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/**
 * Counts how often each delivery has started the workflow.
 *
 * @param cluster in which it runs
 * @param workflow that was started
 * @param node name of the node that got the deliveries
 * @returns how often, by the number of the delivery
 */
export async function runsByNumber(
	cluster: Cluster,
	workflow: SavedWorkflow,
	node = 'Pylon Trigger',
): Promise<Map<number, number>> {
	const executions = await executionsOf(cluster, workflow.id);
	return tally(
		executions
			.flatMap((execution) => itemsOf(execution, node))
			.map(({ json }) => (json.body as { n: number }).n),
	);
}
