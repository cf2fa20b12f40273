import type { Page } from 'playwright-core';
import type { SavedWorkflow, WorkflowNode } from '../../../sandbox/n8n/api';
import type { Sandbox } from '../../../sandbox/n8n/sandbox';
import type { Editor } from './browser';

/** What differs from a Pylon node of version 1 called "Pylon". */
interface NodeChanges {
	type?: string;
	name?: string;
}

/** Stores a workflow with one Pylon node behind a manual trigger in n8n. */
async function workflowWith(
	{ api, credential }: Sandbox,
	name: string,
	parameters: Record<string, unknown>,
	{ type = 'n8n-nodes-pylon.pylon', name: nodeName = 'Pylon' }: NodeChanges,
): Promise<SavedWorkflow> {
	const node = (id: string, more: object) => ({
		id,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const isTrigger = type.endsWith('Trigger');
	const start = node('1', { name: 'Start', type: 'n8n-nodes-base.manualTrigger' });
	const pylon = node('2', {
		name: nodeName,
		type,
		position: [220, 0],
		parameters,
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	});
	const nodes = (isTrigger ? [pylon] : [start, pylon]) as unknown as WorkflowNode[];
	const connections = isTrigger
		? {}
		: { Start: { main: [[{ node: nodeName, type: 'main', index: 0 }]] } };
	return await api.importWorkflow(
		{ name, nodes, connections, settings: { executionOrder: 'v1' } },
		credential,
	);
}

/**
 * Opens a node with these parameters in the editor.
 * @param name of the workflow that it stands in
 * @returns the editor's page
 */
export async function openNode(
	sandbox: Sandbox,
	{ page, open }: Editor,
	name: string,
	parameters: Record<string, unknown>,
	changes: NodeChanges = {},
): Promise<Page> {
	const { id } = await workflowWith(sandbox, name, parameters, changes);
	await open(`/workflow/${id}`);
	await page
		.getByTestId('canvas-node')
		.filter({ hasText: changes.name ?? 'Pylon' })
		.dblclick();
	await page.getByTestId('ndv').waitFor();
	return page;
}
