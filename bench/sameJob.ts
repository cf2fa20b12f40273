import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { N8nApi, SavedWorkflow } from '../sandbox/n8n/api';
import {
	AT_ONCE,
	deliverAll,
	payloadOf,
	processorMs,
	SECRET,
	signingCredential,
	type Delivery,
} from './delivering';
import { median } from './median';
import { node, ours, OURS, ownNodes, OWN_NODES } from './sameJobWorkflows';
import type { Setting } from './setting';
import type { Finding } from './table';

interface Size {
	/** Deliveries per round and kind. */
	deliveries: number;
	rounds: number;
}

/** A workflow that does the job, and where its webhooks go. */
interface Peer {
	name: string;
	workflow: SavedWorkflow;
	url: string;
}

interface Measured {
	perSecond: number[];
	/** Milliseconds of a processor that n8n takes for a delivery. */
	processorMs: number[];
	executions: number[];
}

const BYTES = 1000;

/** How often n8n is asked, until every execution has ended. */
const POLL_MS = 50;

const REPEATED = payloadOf(BYTES);

const KINDS: Record<string, (count: number) => Delivery[]> = {
	right: (count) => Array.from({ length: count }, () => ({ body: payloadOf(BYTES) })),
	forged: (count) =>
		Array.from({ length: count }, () => ({ body: payloadOf(BYTES), secret: 'another-secret' })),
	// It has come before the first round.
	repeated: (count) => Array.from({ length: count }, () => ({ body: REPEATED })),
};

async function publishAll(setting: Setting): Promise<Peer[]> {
	const { api, n8n } = setting;
	const pylonCredential = await signingCredential(setting);
	const hmac = { name: 'HMAC', type: 'crypto', data: { hmacSecret: SECRET } };
	const path = randomUUID();
	const own = ownNodes(path, { id: await api.createCredential(hmac), name: hmac.name });
	const peers: Peer[] = [];
	for (const [workflow, suffix] of [
		[ours(pylonCredential), '/webhook'],
		[own, ''],
	] as const) {
		const saved = await api.importWorkflow(workflow, pylonCredential);
		await api.publishWorkflow(saved);
		const url = `${n8n.url}/webhook/${saved.nodes[0].webhookId}${suffix}`;
		peers.push({ name: workflow.name, workflow: saved, url });
	}
	return peers;
}

/** n8n answers before an execution has ended: the job is done when none runs any more. */
async function untilIdle(api: N8nApi, { workflow }: Peer): Promise<void> {
	while ((await api.executions(workflow.id)).length > 0) await delay(POLL_MS);
}

/** n8n numbers its executions one after the other, also those that it does not store. */
async function executionNumber(api: N8nApi, probe: SavedWorkflow): Promise<number> {
	const id = await api.runManually(probe, 'Start');
	await api.finished(probe.id, id);
	return Number(id);
}

/**
 * Measures the Pylon Trigger against the same job done with n8n's own nodes: right, forged and repeated deliveries.
 *
 * @param setting what they run in
 * @param size how many deliveries in a round, and how many rounds
 * @returns deliveries per second, and how many executions they started
 * @throws Error when a delivery is not answered as it has to be
 */
export async function sameJob(
	setting: Setting,
	{ deliveries: count, rounds }: Size,
): Promise<Finding> {
	const { api, credential } = setting;
	const peers = await publishAll(setting);
	const pid = await setting.n8n.programPid();
	const start = node('Start', 'n8n-nodes-base.manualTrigger', 1, { parameters: {} });
	const probe = await api.importWorkflow(
		{ name: 'Probe', nodes: [start], connections: {}, settings: { executionOrder: 'v1' } },
		credential,
	);
	// Both have worked before, and know the delivery that is repeated.
	for (const peer of peers) {
		await deliverAll(peer.url, [...KINDS.right(AT_ONCE), { body: REPEATED }]);
		await untilIdle(api, peer);
	}
	const rows: Finding['rows'] = [];
	const wanted: Finding['wanted'] = [];
	for (const [kind, make] of Object.entries(KINDS)) {
		const measured = new Map<string, Measured>();
		for (let round = 0; round < rounds; round++) {
			for (const peer of peers) {
				const before = await executionNumber(api, probe);
				const deliveries = make(count);
				const started = performance.now();
				const startedMs = await processorMs(pid);
				await deliverAll(peer.url, deliveries);
				await untilIdle(api, peer);
				const seconds = (performance.now() - started) / 1000;
				const ms = (await processorMs(pid)) - startedMs;
				const executions = (await executionNumber(api, probe)) - before - 1;
				const all = measured.get(peer.name) ?? { perSecond: [], processorMs: [], executions: [] };
				all.perSecond.push(count / seconds);
				all.processorMs.push(ms / count);
				all.executions.push(executions);
				measured.set(peer.name, all);
			}
		}
		const perSecond = (name: string) => median(measured.get(name)?.perSecond ?? []);
		const perDelivery = (name: string) => median(measured.get(name)?.processorMs ?? []);
		for (const { name } of peers)
			rows.push([
				kind,
				name,
				perSecond(name),
				perSecond(name) / perSecond(OWN_NODES),
				perDelivery(name),
				perDelivery(OWN_NODES) / perDelivery(name),
				`${median(measured.get(name)?.executions ?? [])} of ${count}`,
			]);
		const ratio = perSecond(OURS) / perSecond(OWN_NODES);
		const least = { right: 1, forged: 3 }[kind];
		if (least !== undefined)
			wanted.push({
				what: `${kind}: at least ${least} of the same job with n8n's own nodes: ${ratio.toFixed(2)}`,
				reached: ratio >= least,
			});
	}
	return {
		title: `The same job with n8n's own nodes, ${AT_ONCE} at a time (median of ${rounds} rounds of ${count})`,
		columns: [
			...['deliveries', 'taken by', 'per second', 'ratio'],
			...['processor ms each', 'ratio', 'executions started'],
		],
		rows,
		wanted,
	};
}
