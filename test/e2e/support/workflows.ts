import type { SavedWorkflow, WorkflowNode } from '../../../sandbox/n8n/api';
import type { Sandbox } from '../../../sandbox/n8n/sandbox';

/** The name of the manual trigger that workflows of these tests begin with. */
export const START = 'When clicking ‘Execute workflow’';

/**
 * Makes a node as the editor stores it; one of Pylon's has the sandbox's credential.
 *
 * @param sandbox whose credential it is
 * @param name of the node
 * @param type e.g. `n8n-nodes-pylon.pylon`
 * @param parameters as the editor stores them
 * @param more e.g. `typeVersion`, which is 1 otherwise
 * @returns the node
 */
export const nodeOf = (
	{ credential }: Sandbox,
	name: string,
	type: string,
	parameters: Record<string, unknown> = {},
	more: Record<string, unknown> = {},
): WorkflowNode => ({
	...({
		id: `id-of-${name.toLowerCase().replace(/\W/g, '-')}`,
		typeVersion: 1,
		position: [0, 0],
	} as object),
	name,
	type,
	parameters,
	...(type.startsWith('n8n-nodes-pylon.') && {
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	}),
	...more,
});

/**
 * Makes the manual trigger.
 *
 * @param sandbox in which it runs
 * @returns the node, named as `START` says
 */
export const startNode = (sandbox: Sandbox): WorkflowNode =>
	nodeOf(sandbox, START, 'n8n-nodes-base.manualTrigger');

/**
 * Makes the connections of a node that leads to one other node.
 *
 * @param node name of the other
 * @param type kind of connection, e.g. `ai_tool`
 * @returns the entry for `connections` of a workflow
 */
export const to = (
	node: string,
	type = 'main',
): Record<string, Array<Array<{ node: string; type: string; index: number }>>> => ({
	[type]: [[{ node, type, index: 0 }]],
});

/**
 * Connects nodes one after the other.
 *
 * @param nodes in their order
 * @returns `connections` of a workflow
 */
export const inARow = (nodes: readonly WorkflowNode[]): Record<string, unknown> =>
	Object.fromEntries(nodes.slice(1).map(({ name }, index) => [nodes[index].name, to(name)]));

/**
 * Stores a workflow in n8n.
 *
 * @param sandbox where it is stored
 * @param name of the workflow
 * @param nodes as the editor stores them
 * @param connections as the editor stores them
 * @returns the workflow, not published
 */
export const store = async (
	{ api, credential }: Sandbox,
	name: string,
	nodes: WorkflowNode[],
	connections: Record<string, unknown>,
): Promise<SavedWorkflow> =>
	await api.importWorkflow(
		{ name, nodes, connections, settings: { executionOrder: 'v1' } },
		credential,
	);
