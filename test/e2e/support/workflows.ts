import type { SavedWorkflow, WorkflowNode } from '../../../sandbox/n8n/api';
import type { Sandbox } from '../../../sandbox/n8n/sandbox';

/** The name of the manual trigger that workflows of these tests begin with. */
export const START = 'When clicking ‘Execute workflow’';

/** A node as the editor stores it; one of Pylon's has the sandbox's credential. */
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

/** The manual trigger. */
export const startNode = (sandbox: Sandbox): WorkflowNode =>
	nodeOf(sandbox, START, 'n8n-nodes-base.manualTrigger');

/** A connection to one node. */
export const to = (
	node: string,
	type = 'main',
): Record<string, Array<Array<{ node: string; type: string; index: number }>>> => ({
	[type]: [[{ node, type, index: 0 }]],
});

/** Connects nodes one after the other. */
export const inARow = (nodes: readonly WorkflowNode[]): Record<string, unknown> =>
	Object.fromEntries(nodes.slice(1).map(({ name }, index) => [nodes[index].name, to(name)]));

/** Stores a workflow in n8n. */
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
