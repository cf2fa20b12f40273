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

/**
 * Makes a Pylon Trigger; its address is `/webhook/<webhookId>/webhook`.
 *
 * @param parameters that differ from the usual ones
 * @returns the node, named "Pylon Trigger"
 */
export const pylonTrigger = (parameters: Parameters = {}): WorkflowNode => ({
	...node('Pylon Trigger', 'n8n-nodes-pylon.pylonTrigger', 1, {
		events: ['issue_created'],
		...parameters,
	}),
	webhookId: randomUUID(),
	credentials: { pylonApi: { id: null, name: '' } },
});

/**
 * Makes a Pylon Polling Trigger that polls every minute.
 *
 * @param event e.g. `issue_created`
 * @returns the node, named after its event
 */
export const pollingTrigger = (event: string): WorkflowNode => ({
	...node(event, 'n8n-nodes-pylon.pylonPollingTrigger', 1, {
		event,
		pollTimes: { item: [{ mode: 'everyMinute' }] },
	}),
	credentials: { pylonApi: { id: null, name: '' } },
});

/**
 * Makes a Pylon node.
 *
 * @param name of the node
 * @param parameters as the editor stores them
 * @param more e.g. `onError`
 * @returns the node; the credential is chosen when the workflow is stored
 */
export const pylon = (name: string, parameters: Parameters, more: object = {}): WorkflowNode => ({
	...node(name, 'n8n-nodes-pylon.pylon', 1, parameters),
	credentials: { pylonApi: { id: null, name: '' } },
	...more,
});

/**
 * Makes n8n's own Webhook; its address is `/webhook/<path>`. It is answered at once.
 *
 * @param path of its own
 * @returns the node, named "Webhook"
 */
export const n8nWebhook = (path: string): WorkflowNode => ({
	...node('Webhook', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, options: {} }),
	webhookId: randomUUID(),
});

/**
 * Makes the trigger that starts by hand.
 *
 * @returns the node, named "Start"
 */
export const manualTrigger = (): WorkflowNode =>
	node('Start', 'n8n-nodes-base.manualTrigger', 1, {});

/**
 * Makes a node that returns one item.
 *
 * @param json of the item
 * @returns the node, named "Set"
 */
export const setJson = (json: object): WorkflowNode =>
	node('Set', 'n8n-nodes-base.set', 3.4, {
		mode: 'raw',
		jsonOutput: JSON.stringify(json),
		options: {},
	});

/**
 * Makes a node that makes an item of each entry of a list.
 *
 * @param field that holds the list, e.g. `body.items`
 * @returns the node, named "Split Out"
 */
export const splitOut = (field: string): WorkflowNode =>
	node('Split Out', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: field, options: {} });

/**
 * Makes a workflow of nodes one after the other.
 *
 * @param name of the workflow
 * @param nodes in their order
 * @returns the workflow, not stored yet
 */
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

/**
 * Stores a workflow whose nodes have the credentials of this n8n.
 *
 * @param home the n8n
 * @param workflow its nodes name types of credentials only
 * @returns the workflow, not published
 * @throws Error when there is no credential of such a type
 */
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

/**
 * Stores and publishes a workflow.
 *
 * @param home the n8n
 * @param workflow its nodes name types of credentials only
 * @returns the workflow, as n8n stored it
 */
export async function publishIn(home: Home, workflow: Workflow): Promise<SavedWorkflow> {
	const saved = await importInto(home, workflow);
	await home.api.publishWorkflow(saved);
	return saved;
}

/**
 * @param name of a file in the folder `examples`, without its ending
 * @returns its workflow
 */
export async function readExample(name: string): Promise<Workflow> {
	const file = join(__dirname, '..', '..', '..', 'examples', `${name}.json`);
	return JSON.parse(await readFile(file, 'utf8')) as Workflow;
}
