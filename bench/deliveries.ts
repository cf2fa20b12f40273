import { randomUUID } from 'node:crypto';
import type { Workflow, WorkflowNode } from '../sandbox/n8n/api';
import {
	AT_ONCE,
	deliverAll,
	payloadOf,
	SECRET,
	SECRET_HEADER,
	signingCredential,
} from './delivering';
import { median } from './median';
import type { Setting } from './setting';
import type { Finding } from './table';

interface Size {
	/** Deliveries per round. */
	deliveries: number;
	rounds: number;
}

const OURS = 'Pylon Trigger';

const WEBHOOK = "n8n's Webhook node";

/**
 * n8n 2.41 sets up an isolate for expressions before each delivery, but not for version 1.1 and later of its own Webhook
 * node (`live-webhooks.js`, `webhookPhaseNeedsIsolate`). This is its only version that gets no such favour.
 */
const WITH_ISOLATE = "n8n's Webhook node, version 1";

/** The same with a secret to check, as the Pylon Trigger has one: both read a credential for each delivery. */
const WITH_SECRET = "n8n's Webhook node, version 1, Header Auth";

interface Peer {
	name: string;
	url: string;
}

/** No execution is stored, so that the trigger's own work is measured and not that of n8n's database. */
function workflowOf(name: string, trigger: object): Workflow {
	return {
		name,
		nodes: [
			{
				id: randomUUID(),
				name: 'Trigger',
				webhookId: randomUUID(),
				position: [0, 0],
				...trigger,
			} as unknown as WorkflowNode,
		],
		connections: {},
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveExecutionProgress: false,
		},
	};
}

/** @returns deliveries per second, from the first to the answer of the last */
async function rate(url: string, bodies: Buffer[]): Promise<number> {
	const started = performance.now();
	await deliverAll(
		url,
		bodies.map((body) => ({ body })),
	);
	return bodies.length / ((performance.now() - started) / 1000);
}

async function publish(
	{ api, n8n, credential }: Setting,
	workflow: Workflow,
	path: (id: string) => string,
): Promise<Peer> {
	const saved = await api.importWorkflow(workflow, credential);
	await api.publishWorkflow(saved);
	return { name: workflow.name, url: `${n8n.url}/webhook/${path(saved.nodes[0].webhookId ?? '')}` };
}

/**
 * Measures signed deliveries per second through the Pylon Trigger, against the same deliveries through n8n's Webhook
 * node, which checks nothing.
 *
 * @param setting what they run in
 * @param size how many deliveries in a round, and how many rounds
 * @returns deliveries per second, by the size of the body
 * @throws Error when a delivery is not taken
 */
export async function deliveries(
	setting: Setting,
	{ deliveries: count, rounds }: Size,
): Promise<Finding> {
	const { api } = setting;
	const withSecret = { ...setting, credential: await signingCredential(setting) };
	const ours = {
		type: 'n8n-nodes-pylon.pylonTrigger',
		typeVersion: 1,
		parameters: {},
		credentials: { [withSecret.credential.type]: withSecret.credential },
	};
	const header = {
		name: 'Header',
		type: 'httpHeaderAuth',
		data: { name: SECRET_HEADER, value: SECRET },
	};
	const headerAuth = {
		[header.type]: { id: await api.createCredential(header), name: header.name },
	};

	const peers: Peer[] = [
		await publish(withSecret, workflowOf(OURS, ours), (id) => `${id}/webhook`),
	];
	for (const [name, typeVersion, credentials] of [
		[WEBHOOK, 2, undefined],
		[WITH_ISOLATE, 1, undefined],
		[WITH_SECRET, 1, headerAuth],
	] as const) {
		const path = randomUUID();
		const authentication = credentials === undefined ? 'none' : 'headerAuth';
		const parameters = {
			httpMethod: 'POST',
			path,
			responseMode: 'onReceived',
			authentication,
			options: {},
		};
		const trigger = {
			type: 'n8n-nodes-base.webhook',
			typeVersion,
			parameters,
			credentials,
			webhookId: path,
		};
		peers.push(await publish(setting, workflowOf(name, trigger), () => path));
	}
	const rows: Finding['rows'] = [];
	const wanted: Finding['wanted'] = [];
	for (const bytes of [1_000, 100_000]) {
		const rates = new Map<string, number[]>(peers.map(({ name }) => [name, []]));
		for (const { url } of peers)
			await rate(
				url,
				Array.from({ length: 10 }, () => payloadOf(bytes)),
			);
		for (let round = 0; round < rounds; round++) {
			for (const { name, url } of peers) {
				rates.get(name)?.push(
					await rate(
						url,
						Array.from({ length: count }, () => payloadOf(bytes)),
					),
				);
			}
		}
		const perSecond = (name: string) => median(rates.get(name) ?? []);
		const peer = perSecond(WEBHOOK);
		for (const { name } of peers)
			rows.push([`${bytes / 1000} kB`, name, perSecond(name), perSecond(name) / peer]);
		for (const name of [WEBHOOK, WITH_SECRET]) {
			const ratio = perSecond(OURS) / perSecond(name);
			wanted.push({
				what: `${bytes / 1000} kB: at least 0.9 of ${name}: ${ratio.toFixed(2)}`,
				reached: ratio >= 0.9,
			});
		}
	}
	return {
		title: `Signed deliveries, ${AT_ONCE} at a time (median of ${rounds} rounds of ${count})`,
		columns: ['body', 'trigger', 'per second', 'times the Webhook node'],
		rows,
		wanted,
	};
}
