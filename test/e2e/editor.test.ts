import type { Page } from 'playwright-core';
import { resources } from '../../nodes/Pylon/operations';
import { useEditor } from './support/browser';
import { useSandbox } from './support/sandbox';
import { startNode, store } from './support/workflows';

const sandbox = useSandbox();
const editor = useEditor(sandbox);

/** What the selectors have to show at least. */
const EXPECTED = {
	Account: expect.arrayContaining(['Get', 'Merge']),
	Contact: expect.arrayContaining(['Get', 'Set Account', 'Update']),
	Issue: expect.arrayContaining(['Create', 'Get', 'Snooze']),
};

/** n8n adds it to every node that has a credential. */
const ADDED_BY_N8N = 'Custom API Call';

/** Opens the node panel of an empty workflow and types into its search field. */
async function searchNodePanel(page: Page, text: string): Promise<void> {
	await page.getByTestId('canvas-plus-button').click();
	await page.getByTestId('node-creator').locator('input').fill(text);
}

/** The options of a parameter's drop-down list; the list stays open. */
async function optionsOf(page: Page, parameter: string): Promise<string[]> {
	await page.getByTestId(`parameter-input-${parameter}`).click();
	const options = page.getByRole('option');
	await options.first().waitFor();
	return (await options.allInnerTexts()).map((text) => text.split('\n')[0]);
}

test('typing "pylon" in the node panel finds the node with its trigger and its actions', async () => {
	const { page, open, screenshot } = editor();
	await open('/workflow/new');
	await searchNodePanel(page, 'pylon');
	const found = page.getByTestId('node-creator-item-name').filter({ hasText: /^Pylon$/ });
	await found.waitFor();
	await screenshot('node-panel-search');

	await found.click();
	await page
		.getByTestId('node-creator')
		.getByText(/^Actions \(/)
		.click();
	await page.getByText('Set account of contact').waitFor();
	await screenshot('node-panel-actions');
	const names = (await page.getByTestId('node-creator-item-name').allInnerTexts()).map((name) =>
		name.trim(),
	);
	expect(names).toEqual(
		expect.arrayContaining([
			'Get account',
			'Merge accounts',
			'Set account of contact',
			'Create issue',
			'Snooze issue',
		]),
	);
});

test('words of what people want to do find the node too', async () => {
	const { page, open } = editor();
	await open('/workflow/new');
	for (const words of ['snooze issue', 'reply to issue', 'merge accounts']) {
		await searchNodePanel(page, words);
		await page
			.getByTestId('node-creator-item-name')
			.filter({ hasText: /^Pylon$/ })
			.waitFor();
		await page.keyboard.press('Escape');
	}
});

test('the node panel finds both by the words of a support team', async () => {
	const { page, open } = editor();
	await open('/workflow/new');
	await page.getByTestId('canvas-plus-button').click();
	const words = [
		'usepylon',
		'helpdesk',
		'help desk',
		'ticket',
		'customer support',
		'support',
		'b2b',
	];
	for (const word of words) {
		await page.getByTestId('node-creator').locator('input').fill(word);
		const items = page.getByTestId('node-creator-item-name');
		for (const hasText of [/^Pylon$/, 'Pylon Polling'])
			await items.filter({ hasText }).first().waitFor();
	}
});

test('the resource and operation selectors show every resource and its operations', async () => {
	const { page, open, screenshot } = editor();
	await open('/workflow/new');
	await searchNodePanel(page, 'pylon');
	await page
		.getByTestId('node-creator-item-name')
		.filter({ hasText: /^Pylon$/ })
		.click();
	await page
		.getByTestId('node-creator')
		.getByText(/^Actions \(/)
		.click();
	await page.getByText('Set account of contact').click();
	await page.getByTestId('ndv').waitFor();

	const shown: Record<string, string[]> = {};
	const names = (await optionsOf(page, 'resource')).filter((name) => name !== ADDED_BY_N8N);
	await screenshot('resources');
	for (const resource of names) {
		await page.getByRole('option', { name: resource, exact: true }).click();
		const operations = await optionsOf(page, 'operation');
		await screenshot(`operations-${resource.toLowerCase()}`);
		shown[resource] = operations.filter((name) => name !== ADDED_BY_N8N);
		await page.keyboard.press('Escape');
		await page.getByRole('option').first().waitFor({ state: 'hidden' });
		await page.getByTestId('parameter-input-resource').click();
	}
	expect(shown).toMatchObject(EXPECTED);
	const described = resources.map(({ name, operations }) => [
		name,
		operations.map((operation) => operation.name),
	]);
	expect(Object.entries(shown)).toEqual(described);
});

test('the webhook workflow is shown with its explanation, published, and with no problem marked', async () => {
	const { page, open, screenshot } = editor();
	await open(`/workflow/${sandbox().webhookWorkflow.id}`);
	await page.getByTestId('canvas-node').filter({ hasText: 'Set account of contact' }).waitFor();
	await screenshot('webhook-workflow');
	await expect(page.getByTestId('node-issues').count()).resolves.toBe(0);
	await expect(page.getByText('A trigger in Pylon sends a signed webhook').count()).resolves.toBe(
		1,
	);
});

test('the trigger shows the URL to use, the steps in Pylon and a payload template', async () => {
	const { page, open, screenshot } = editor();
	await open(`/workflow/${sandbox().webhookWorkflow.id}`);
	await page.getByTestId('canvas-node').filter({ hasText: 'Pylon Trigger' }).dblclick();
	const panel = page.getByTestId('ndv');
	await panel.getByText('Webhook URLs', { exact: true }).click();
	await panel.getByText('Production URL', { exact: true }).click();
	await panel.getByText(sandbox().webhookUrl).waitFor();
	await screenshot('trigger');
	const text = await panel.innerText();
	expect(text).toContain('Settings > Integrations & dev > Webhooks');
	expect(text).toContain('{{issue.id}}');
});

test('a node opens also when n8n thinks that the workflow is being edited in another tab', async () => {
	const { page, open } = editor();
	const { id } = await store(sandbox(), 'Edited elsewhere', [startNode(sandbox())], {});
	const path = `/workflow/${id}`;
	const other = await page.context().newPage();
	const socket = other.waitForEvent('websocket');
	await other.goto(new URL(path, page.url()).href);
	const isWriting = (await socket).waitForEvent('framereceived', ({ payload }) =>
		payload.includes('writeAccessAcquired'),
	);
	await other.getByTestId('canvas-node').click();
	await other.keyboard.press('d');
	await isWriting;
	await open(path);
	await page.getByTestId('canvas-node').dblclick();
	await page.getByTestId('ndv').waitFor();
	await other.getByText('Editing in another tab').waitFor();
	await other.close();
});
