import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { N8nApi, SavedWorkflow, Workflow, WorkflowNode } from '../../../sandbox/n8n/api';
import type { StoredCredential } from '../../../sandbox/n8n/sandbox';
import { unknownParameters } from '../../support/knownParameters';

type Parameters = Record<string, unknown>;

function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: Parameters,
): WorkflowNode {
	const unknown = unknownParameters(type, parameters);
	if (unknown.length > 0) throw new Error(`${name} has no ${unknown.join(', ')}`);
	const place = { id: randomUUID(), position: [0, 0] };
	return { ...place, name, type, typeVersion, parameters } as WorkflowNode;
}

/** A Pylon Trigger; its address is `/webhook/<webhookId>/webhook`. */
export const pylonTrigger = (parameters: Parameters = {}): WorkflowNode => ({
	...node('Pylon Trigger', 'n8n-nodes-pylon.pylonTrigger', 1, {
		events: ['issue_created'],
		...parameters,
	}),
	webhookId: randomUUID(),
	credentials: { pylonApi: { id: null, name: '' } },
});

export const pollingTrigger = (event: string): WorkflowNode => ({
	...node(event, 'n8n-nodes-pylon.pylonPollingTrigger', 1, {
		event,
		pollTimes: { item: [{ mode: 'everyMinute' }] },
	}),
	credentials: { pylonApi: { id: null, name: '' } },
});

export const pylon = (name: string, parameters: Parameters, more: object = {}): WorkflowNode => ({
	...node(name, 'n8n-nodes-pylon.pylon', 1, parameters),
	credentials: { pylonApi: { id: null, name: '' } },
	...more,
});

/** n8n's own Webhook; its address is `/webhook/<path>`. It is answered at once. */
export const n8nWebhook = (path: string): WorkflowNode => ({
	...node('Webhook', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, options: {} }),
	webhookId: randomUUID(),
});

export const manualTrigger = (): WorkflowNode =>
	node('Start', 'n8n-nodes-base.manualTrigger', 1, {});

/** Puts out one item with this JSON. */
export const setJson = (json: object): WorkflowNode =>
	node('Set', 'n8n-nodes-base.set', 3.4, {
		mode: 'raw',
		jsonOutput: JSON.stringify(json),
		options: {},
	});

/** Makes an item of each entry of a list. */
export const splitOut = (field: string): WorkflowNode =>
	node('Split Out', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: field, options: {} });

/** Nodes one behind the other. */
export const inARow = (name: string, nodes: WorkflowNode[]): Workflow => ({
	name,
	nodes: nodes.map((one, index) => ({ ...one, position: [240 * index, 0] })),
	connections: Object.fromEntries(
		nodes
			.slice(0, -1)
			.map((one, index) => [
				one.name,
				{ main: [[{ node: nodes[index + 1].name, type: 'main', index: 0 }]] },
			]),
	),
	settings: { executionOrder: 'v1' },
});

/** An n8n that workflows can be stored in. */
export interface Home {
	api: N8nApi;
	credentials: { pylon: StoredCredential } & Record<string, StoredCredential>;
}

/** Stores a workflow whose nodes have the credentials of this n8n. */
export async function importInto(
	{ api, credentials }: Home,
	workflow: Workflow,
): Promise<SavedWorkflow> {
	const known = Object.values(credentials);
	const nodes = workflow.nodes.map((one) => ({
		...one,
		credentials: Object.fromEntries(
			Object.keys(one.credentials ?? {}).map((type) => {
				const found = known.find((credential) => credential.type === type);
				if (!found) throw new Error(`there is no credential ${type}`);
				return [type, { id: found.id, name: found.name }];
			}),
		),
	}));
	return await api.importWorkflow({ ...workflow, nodes }, credentials.pylon);
}

/** Stores and publishes a workflow. */
export async function publishIn(home: Home, workflow: Workflow): Promise<SavedWorkflow> {
	const saved = await importInto(home, workflow);
	await home.api.publishWorkflow(saved);
	return saved;
}

/** A workflow of the folder `examples`. */
export async function readExample(name: string): Promise<Workflow> {
	const file = join(__dirname, '..', '..', '..', 'examples', `${name}.json`);
	return JSON.parse(await readFile(file, 'utf8')) as Workflow;
}
