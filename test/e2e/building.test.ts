import type { Locator, Page } from 'playwright-core';
import { useEditor } from './support/browser';
import { openNode as openPylonNode } from './support/openNode';
import { useSandbox } from './support/sandbox';

const sandbox = useSandbox();
const editor = useEditor(sandbox);

const openNode = async (name: string, parameters: Record<string, unknown>): Promise<Page> =>
	await openPylonNode(sandbox(), editor(), name, parameters);

/** Presses 'Execute step' and waits for its items; n8n writes the number of them above the output. */
async function execute(page: Page, items: string): Promise<Locator> {
	await page.getByTestId('node-execute-button').click();
	await page.getByText('Node executed successfully').waitFor();
	const output = page.getByTestId('output-panel');
	await output.getByText(items, { exact: true }).waitFor();
	return output;
}

/** A parameter of the open node by its label; several of one label in the order of the page. */
const parameter = (page: Page, label: string, index = 0) =>
	page
		.locator('[data-test-id="parameter-item"]:not(:has([data-test-id="parameter-item"]))')
		.filter({ has: page.getByText(label, { exact: true }) })
		.nth(index)
		.locator('input, textarea')
		.first();

/** Chooses from a drop-down list; returns what it offers. */
async function choose(page: Page, from: Locator, option: string): Promise<string[]> {
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
	await found.waitFor({ state: 'hidden' });
	return offered;
}

test('a contact is picked from the list by a part of its name', async () => {
	const page = await openNode('Pick a contact', { resource: 'contact', operation: 'get' });
	const { screenshot } = editor();
	const contact = sandbox().pylon.state.contacts.values().next().value;
	if (contact === undefined) throw new Error('the simulated Pylon has no contact');
	await page.getByTestId('rlc-input').click();
	await page.getByTestId('rlc-item').nth(1).waitFor();
	await page.getByTestId('rlc-search').fill(contact.name.slice(0, 3));
	const found = page.getByTestId('rlc-item').filter({ hasText: contact.name });
	await found.waitFor();
	await screenshot('picker');
	await found.click();
	const output = await execute(page, '1 item');
	await output.getByText(contact.id).first().waitFor();
	await screenshot('picker-executed');
});

test('two custom fields are mapped, one of them by the label of its option', async () => {
	const { pylon } = sandbox();
	const [issue] = pylon.state.issues.values();
	const page = await openNode('Map custom fields', {
		resource: 'issue',
		operation: 'update',
		issueId: { __rl: true, mode: 'number', value: String(issue.number) },
	});
	const { screenshot } = editor();
	for (const label of ['Priority', 'Affected seats']) {
		await page.getByText('Add field to send').click();
		await page.getByText(label, { exact: true }).last().click();
	}
	await page.getByTestId('parameter-input-affected_seats').locator('input').fill('12');
	await choose(page, page.getByTestId('parameter-input-priority'), 'High');
	await screenshot('mapper');
	await execute(page, '1 item');
	await screenshot('mapper-executed');
	expect(pylon.state.issues.get(issue.id)?.custom_fields).toMatchObject({
		priority: { value: 'high' },
		affected_seats: { value: '12' },
	});
});

/** In the title of an open issue and in that of a closed one. */
const WORD = 'sign';

test('a search of two conditions is built and finds what meets both', async () => {
	const { pylon } = sandbox();
	const page = await openNode('Search issues', {
		resource: 'issue',
		operation: 'search',
		returnAll: true,
	});
	const { screenshot } = editor();
	const addCondition = async () => {
		await page.getByTestId('ndv').getByPlaceholder('Add Condition').click();
		await page.getByRole('option', { name: 'Condition', exact: true }).click();
	};
	await addCondition();
	await choose(page, parameter(page, 'Field Name or ID'), 'State');
	expect(await choose(page, parameter(page, 'Operator'), 'Is None Of')).toEqual([
		'Equals',
		'Is One Of',
		'Is None Of',
	]);
	await parameter(page, 'Value').fill('closed, on_hold');
	await addCondition();
	await choose(page, parameter(page, 'Field Name or ID', 1), 'Title');
	expect(await choose(page, parameter(page, 'Operator', 1), 'Contains Text')).toEqual([
		'Contains Text',
		'Does Not Contain Text',
	]);
	await parameter(page, 'Value', 1).fill(WORD);
	await screenshot('search');
	const isOpen = ({ state }: { state: string }) => state !== 'closed' && state !== 'on_hold';
	const hasWord = ({ title }: { title: string }) => title.toLowerCase().includes(WORD);
	const issues = [...pylon.state.issues.values()];
	const expected = issues.filter((issue) => isOpen(issue) && hasWord(issue));
	expect(expected.length).toBeGreaterThan(0);
	expect(expected.length).toBeLessThan(
		Math.min(issues.filter(isOpen).length, issues.filter(hasWord).length),
	);
	const output = await execute(page, expected.length === 1 ? '1 item' : `${expected.length} items`);
	await screenshot('search-executed');
	for (const { id } of expected) await output.getByText(id).first().waitFor();
});
