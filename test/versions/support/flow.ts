import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type {
	ExecutionItem,
	ExecutionResult,
	SavedWorkflow,
	Workflow,
	WorkflowNode,
} from '../../../sandbox/n8n/api';
import type { N8nUnderTest } from '../check';

export { by } from '../../support/locator';

/** Any object of JSON. */
export type Json = Record<string, unknown>;

/** A node of a workflow; id, position and version 1 are added. */
export interface Node {
	name: string;
	type: string;
	parameters?: Json;
	typeVersion?: number;
	onError?: 'continueRegularOutput' | 'continueErrorOutput';
	credentials?: Record<string, { id: string; name: string }>;
	webhookId?: string;
}

/** `[from, to, output of from, kind]`; output 0 and kind `main` when left out. */
export type Connection = [from: string, to: string, output?: number, kind?: string];

/** What differs from nodes one after the other that get one empty item. */
export interface FlowOptions {
	/** Default: one node after the other. */
	connections?: Connection[];
	/** Items of the start node. */
	items?: Json[];
	/** IANA name. */
	timezone?: string;
}

/** Starts a workflow by hand; its items are `FlowOptions.items`, pinned. */
export const START: Node = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };

/**
 * Makes a node of this package.
 *
 * @param n8n whose credential it has
 * @param type which of its nodes
 * @param parameters as the editor stores them
 * @param more e.g. `name`, which is "Pylon" otherwise
 * @returns the node
 */
export function pylonNode(
	{ credential }: N8nUnderTest,
	type: 'pylon' | 'pylonTool' | 'pylonTrigger' | 'pylonPollingTrigger',
	parameters: Json,
	more: Partial<Node> = {},
): Node {
	const credentials = { [credential.type]: { id: credential.id, name: credential.name } };
	return { name: 'Pylon', type: `n8n-nodes-pylon.${type}`, parameters, credentials, ...more };
}

function connectionsOf(connections: Connection[]): Json {
	const result: Record<
		string,
		Record<string, Array<Array<{ node: string; type: string; index: number }>>>
	> = {};
	for (const [from, to, output = 0, kind = 'main'] of connections) {
		const outputs = ((result[from] ??= {})[kind] ??= []);
		while (outputs.length <= output) outputs.push([]);
		outputs[output].push({ node: to, type: kind, index: 0 });
	}
	return result;
}

/**
 * Stores a workflow. It stays until n8n's folder is removed; whoever publishes it takes it down.
 *
 * @param n8n where it is stored
 * @param nodes in their order
 * @param options how they are connected, and what they get
 * @returns the workflow, not published
 */
export async function save(
	{ api, credential }: N8nUnderTest,
	nodes: Node[],
	options: FlowOptions = {},
): Promise<SavedWorkflow> {
	const { connections, items = [{}], timezone } = options;
	const chain = nodes.slice(1).map(({ name }, index): Connection => [nodes[index].name, name]);
	const workflow: Workflow & { pinData: Json } = {
		name: `Check ${randomUUID()}`,
		nodes: nodes.map((node, index) => ({
			id: randomUUID(),
			typeVersion: 1,
			position: [index * 200, 0],
			parameters: {},
			...node,
		})) as unknown as WorkflowNode[],
		connections: connectionsOf(connections ?? chain),
		settings: { executionOrder: 'v1', ...(timezone !== undefined && { timezone }) },
		pinData: nodes.includes(START) ? { [START.name]: items.map((json) => ({ json })) } : {},
	};
	return await api.importWorkflow(workflow, credential);
}

/**
 * Runs a stored workflow by hand, as the editor does, and waits for what it left: some versions write it after its
 * status.
 *
 * @param n8n in which it runs
 * @param workflow as n8n stored it
 * @param from name of the trigger
 * @param more added to what the editor sends
 * @returns what the execution left behind
 */
export async function runStored(
	{ api }: N8nUnderTest,
	workflow: SavedWorkflow,
	from: string,
	more?: object,
): Promise<ExecutionResult> {
	const executionId = await api.runManually(workflow, from, more);
	await api.finished(workflow.id, executionId, 120_000);
	for (let tries = 0; ; tries++) {
		const result = await api.executionResult(executionId);
		if (result.error !== undefined || Object.keys(result.runData).length > 0 || tries === 20)
			return result;
		await delay(100);
	}
}

/**
 * Stores a workflow that begins with `START` and runs it.
 *
 * @param n8n in which it runs
 * @param nodes in their order
 * @param options how they are connected, and what they get
 * @returns what the execution left behind
 */
export async function run(
	n8n: N8nUnderTest,
	nodes: Node[],
	options?: FlowOptions,
): Promise<ExecutionResult> {
	return await runStored(n8n, await save(n8n, nodes, options), START.name);
}

/** What the node `Pylon` returned. */
export interface Ran {
	/** Items of its outputs. */
	outputs: ExecutionItem[][];
	/** JSON of its first output. */
	json: Json[];
	/** What stopped the workflow: message and description. */
	error?: string;
}

/**
 * Runs one Pylon node over some items.
 *
 * @param n8n in which it runs
 * @param parameters of the node
 * @param options the items, and what the node does about an error
 * @returns what the node returned, and what stopped the workflow
 */
export async function runPylon(
	n8n: N8nUnderTest,
	parameters: Json,
	{ onError, ...options }: FlowOptions & Pick<Node, 'onError'> = {},
): Promise<Ran> {
	const { error, runData } = await run(
		n8n,
		[START, pylonNode(n8n, 'pylon', parameters, { onError })],
		options,
	);
	const outputs = (runData.Pylon?.[0]?.data?.main ?? []).map((items) => items ?? []);
	return {
		outputs,
		json: (outputs[0] ?? []).map(({ json }) => json),
		error: error && wordsOf(error),
	};
}

/**
 * Runs one Pylon node that must succeed.
 *
 * @param n8n in which it runs
 * @param parameters of the node
 * @param options the items
 * @returns what the node returned
 * @throws Error with n8n's words when it fails
 */
export async function runWell(
	n8n: N8nUnderTest,
	parameters: Json,
	options?: FlowOptions,
): Promise<Ran> {
	const ran = await runPylon(n8n, parameters, options);
	if (ran.error !== undefined) throw new Error(`The node failed: ${ran.error}`);
	return ran;
}

/**
 * @param error of an execution
 * @returns its message and description, as the editor shows both
 */
export const wordsOf = (error: { message: string; description?: string | null }): string =>
	[error.message, error.description].filter(Boolean).join(' | ');

/**
 * @param item as a node returned it
 * @returns number of the input item that it is linked to; undefined when it has no link
 */
export function linkOf({ pairedItem }: ExecutionItem): number | undefined {
	const [link] = [pairedItem].flat() as Array<number | { item: number } | undefined>;
	return typeof link === 'object' ? link.item : link;
}
