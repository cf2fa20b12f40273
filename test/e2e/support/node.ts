import type { Locator, Page } from 'playwright-core';
import type { Sandbox } from '../../../sandbox/n8n/sandbox';
import type { Editor } from './browser';
import { inARow, nodeOf, startNode, store } from './workflows';

/** What differs from a Pylon node called "Pylon" that gets one empty item. */
interface NodeOptions {
	/** Its type, 'n8n-nodes-pylon.pylon' if left out; a trigger has no node before it. */
	type?: string;
	name?: string;
	/** The JSON of the items that it gets; a Code node before it makes them. */
	items?: Array<Record<string, unknown>>;
}

/**
 * Stores a workflow with one node of this package behind a manual trigger, and opens that node in the editor.
 *
 * @param sandbox where the workflow is stored
 * @param editor in which the node is opened
 * @param workflow the workflow's name
 * @param parameters of the node
 * @param options what differs from a Pylon node called "Pylon" that gets one empty item
 * @returns the editor's page
 */
export async function openNode(
	sandbox: Sandbox,
	{ page, open }: Editor,
	workflow: string,
	parameters: Record<string, unknown>,
	{ type = 'n8n-nodes-pylon.pylon', name = 'Pylon', items }: NodeOptions = {},
): Promise<Page> {
	const start = type.endsWith('Trigger') ? [] : [startNode(sandbox)];
	const code = {
		jsCode: `return ${JSON.stringify(items?.map((json) => ({ json })))};`,
	};
	const made = items && nodeOf(sandbox, 'Items', 'n8n-nodes-base.code', code, { typeVersion: 2 });
	const nodes = [...start, ...(made ? [made] : []), nodeOf(sandbox, name, type, parameters)];
	const { id } = await store(sandbox, workflow, nodes, inARow(nodes));
	await open(`/workflow/${id}`);
	await page.getByTestId('canvas-node').filter({ hasText: name }).dblclick();
	await page.getByTestId('ndv').waitFor();
	return page;
}

/**
 * Opens the webhook trigger of the sandbox's workflow and presses the button that makes it listen for one call.
 *
 * @param sandbox whose workflow it is
 * @param editor in which the node is opened
 * @returns the node's panel, once it listens
 */
export async function listen(
	{ webhookWorkflow }: Sandbox,
	{ page, open }: Editor,
): Promise<Locator> {
	await open(`/workflow/${webhookWorkflow.id}`);
	await page.getByTestId('canvas-node').filter({ hasText: 'Pylon Trigger' }).dblclick();
	const panel = page.getByTestId('ndv');
	const button = (name: RegExp) => panel.getByRole('button', { name }).first();
	await button(/Listen for test event|Execute step/).click();
	await button(/Stop Listening/i).waitFor();
	return panel;
}

/**
 * Presses 'Execute step' and waits for its items.
 *
 * @param page with the open node
 * @param items the number of them, as n8n writes it above the output, e.g. "2 items"
 * @returns the panel with the output
 */
export async function execute(page: Page, items: string): Promise<Locator> {
	await page.getByTestId('node-execute-button').click();
	await page.getByText('Node executed successfully').waitFor();
	const output = page.getByTestId('output-panel');
	await output.getByText(items, { exact: true }).waitFor();
	return output;
}

/**
 * Finds a parameter of the open node by its label.
 *
 * @param page with the open node
 * @param label as the editor shows it
 * @param index which one of several of this label, in the order of the page
 * @returns the parameter
 */
export const parameter = (page: Page, label: string, index = 0): Locator =>
	page
		.locator('[data-test-id="parameter-item"]:not(:has([data-test-id="parameter-item"]))')
		.filter({ has: page.getByText(label, { exact: true }) })
		.nth(index);

/**
 * Finds the box of a parameter, by the parameter's label.
 *
 * @param page with the open node
 * @param label as the editor shows it
 * @param index which one of several of this label, in the order of the page
 * @returns the box that is typed into
 */
export const boxOf = (page: Page, label: string, index = 0): Locator =>
	parameter(page, label, index).locator('input, textarea').first();

/**
 * Chooses from a drop-down list.
 *
 * @param page with the list
 * @param from what opens the list
 * @param option to be chosen, by its name
 * @returns names of all that the list offers
 */
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

/**
 * Adds a condition to the search builder.
 *
 * @param page with the open node
 * @param index how many conditions there are already
 * @param field that it is about, by its name
 * @param operator by its name; the first one stays when undefined
 */
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
