import type { Locator, Page } from 'playwright-core';
import type { SavedWorkflow, WorkflowNode } from '../../../sandbox/n8n/api';
import type { Sandbox } from '../../../sandbox/n8n/sandbox';
import type { Editor } from './browser';

type Item = Record<string, unknown>;

/** A workflow with one Pylon node behind a manual trigger, stored in n8n; with items, a Code node between them makes these. */
async function workflowWith(
	{ api, credential }: Sandbox,
	name: string,
	parameters: Record<string, unknown>,
	items?: Item[],
): Promise<SavedWorkflow> {
	const node = (id: string, type: string, more: object) => ({
		id,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const nodes = [
		node('1', 'n8n-nodes-base.manualTrigger', { name: 'Start' }),
		node('2', 'n8n-nodes-base.code', {
			name: 'Items',
			typeVersion: 2,
			position: [220, 0],
			parameters: {
				jsCode: `return ${JSON.stringify((items ?? [{}]).map((json) => ({ json })))};`,
			},
		}),
		node('3', 'n8n-nodes-pylon.pylon', {
			name: 'Pylon',
			position: [440, 0],
			parameters,
			credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		}),
	] as unknown as WorkflowNode[];
	const to = (target: string) => ({ main: [[{ node: target, type: 'main', index: 0 }]] });
	return await api.importWorkflow(
		{
			name,
			nodes,
			connections: { Start: to('Items'), Items: to('Pylon') },
			settings: { executionOrder: 'v1' },
		},
		credential,
	);
}

/** Makes such a workflow and opens its Pylon node. */
export async function openNode(
	sandbox: Sandbox,
	{ page, open }: Editor,
	name: string,
	parameters: Record<string, unknown>,
	items?: Item[],
): Promise<Page> {
	const { id } = await workflowWith(sandbox, name, parameters, items);
	await open(`/workflow/${id}`);
	await page.getByTestId('canvas-node').filter({ hasText: 'Pylon' }).dblclick();
	await page.getByTestId('ndv').waitFor();
	return page;
}

/** Presses 'Execute step' and waits for its items; n8n writes the number of them above the output. */
export async function execute(page: Page, items: string): Promise<Locator> {
	await page.getByTestId('node-execute-button').click();
	await page.getByText('Node executed successfully').waitFor();
	const output = page.getByTestId('output-panel');
	await output.getByText(items, { exact: true }).waitFor();
	return output;
}

/** A parameter of the open node by its label; several of one label in the order of the page. */
export const parameter = (page: Page, label: string, index = 0): Locator =>
	page
		.locator('[data-test-id="parameter-item"]:not(:has([data-test-id="parameter-item"]))')
		.filter({ has: page.getByText(label, { exact: true }) })
		.nth(index);

/** Its box. */
export const boxOf = (page: Page, label: string, index = 0): Locator =>
	parameter(page, label, index).locator('input, textarea').first();

/** Chooses from a drop-down list; returns what it offers. */
export async function choose(page: Page, from: Locator, option: string): Promise<string[]> {
	await from.click();
	const found = page
		.getByRole('option')
		.filter({ has: page.getByText(option, { exact: true }) })
		.first();
	await found.waitFor();
	const offered = (await page.getByRole('option').allInnerTexts()).map(
		(text) => text.split('\n')[0],
	);
	await found.click();
	return offered;
}

/** Adds a condition to the search builder, about a field and with an operator. */
export async function addCondition(
	page: Page,
	index: number,
	field: string,
	operator?: string,
): Promise<void> {
	await page.getByTestId('ndv').getByPlaceholder('Add Condition').click();
	await page.getByRole('option', { name: 'Condition', exact: true }).click();
	await choose(page, boxOf(page, 'Field Name or ID', index), field);
	if (operator !== undefined) await choose(page, boxOf(page, 'Operator', index), operator);
}
