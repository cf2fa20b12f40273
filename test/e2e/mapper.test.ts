import type { Page } from 'playwright-core';
import { useEditor } from './support/browser';
import { choose, execute, openNode } from './support/node';
import { useSandbox } from './support/sandbox';
import { storeCustomField } from '../../sandbox/pylon/seed/customFields';

const sandbox = useSandbox();
const editor = useEditor(sandbox);

/** Another issue for each test, so that none sees what the one before has written. */
let next = 0;

async function openUpdate(name: string, items?: Array<Record<string, unknown>>) {
	const issue = [...sandbox().pylon.state.issues.values()][next++];
	const page = await openNode(
		sandbox(),
		editor(),
		name,
		{
			resource: 'issue',
			operation: 'update',
			issueId: { __rl: true, mode: 'number', value: String(issue.number) },
		},
		{ items },
	);
	return { page, fields: () => sandbox().pylon.state.issues.get(issue.id)?.custom_fields };
}

const addField = async (page: Page, label: string) => {
	await page.getByText('Add field to send').click();
	await page.getByRole('menuitem', { name: label, exact: true }).click();
};

const box = (page: Page, slug: string) => page.getByTestId(`parameter-input-${slug}`);

afterEach(() => sandbox().pylon.faults.clear());

test('people and options are chosen from lists, a day has no time, and nothing read-only is offered', async () => {
	const { page, fields } = await openUpdate('Kinds of custom fields');
	await page.getByText('Add field to send').click();
	const offered = await page.getByRole('menuitem').allInnerTexts();
	expect(offered).toEqual(
		expect.arrayContaining(['Engineer', 'Platforms (one or several)', 'Promised on (YYYY-MM-DD)']),
	);
	expect(offered.join()).not.toMatch(/CRM deal|Operating system/);
	await page.getByRole('menuitem', { name: 'Engineer', exact: true }).click();
	for (const label of ['Platforms (one or several)', 'Promised on (YYYY-MM-DD)'])
		await addField(page, label);
	await editor().screenshot('mapper-empty');
	expect(await choose(page, box(page, 'platforms'), 'Web')).toEqual([
		'Web',
		'Ios',
		'Android',
		'[For Several, Use an Expression: Web, Ios]',
	]);
	await choose(page, box(page, 'engineer'), 'Nora Keller (nora@northwind.example)');
	await box(page, 'promised_on').locator('input').fill('2026-12-31');
	await editor().screenshot('mapper-kinds');
	await execute(page, '1 item');
	const nora = [...sandbox().pylon.state.users.values()].find(({ name }) => name === 'Nora Keller');
	expect(fields()).toMatchObject({
		platforms: { values: ['web'] },
		engineer: { value: nora?.id },
		promised_on: { value: '2026-12-31' },
	});
});

test('when Pylon cannot be reached, the form says so; afterwards the fields are there', async () => {
	sandbox().pylon.faults.add({ kind: 'status', status: 502, operationId: 'getCustomFields' });
	const { page } = await openUpdate('Pylon is down');
	const notice = page.getByTestId('empty-fields-notice');
	await notice.waitFor();
	await editor().screenshot('mapper-down');
	expect(await notice.innerText()).toMatch(/^Pylon could not answer \(status 502\)/);
	sandbox().pylon.faults.clear();
	await page.getByText('Retry', { exact: true }).click();
	await page.getByText('Add field to send').waitFor();
	expect(await notice.count()).toBe(0);
});

test('automatic mapping writes what the item has by slug, and lets the rest be', async () => {
	const { page, fields } = await openUpdate('Map automatically', [
		{ priority: 'High', affected_seats: '7', crm_deal: 'a', somethingElse: 'b' },
	]);
	await choose(
		page,
		page.getByTestId('mapping-mode-select').locator('.el-select'),
		'Map Automatically',
	);
	expect(await page.getByTestId('empty-fields-notice').count()).toBe(0);
	await editor().screenshot('mapper-automatic');
	const before = fields();
	await execute(page, '1 item');
	expect(fields()).toEqual({
		...before,
		priority: expect.objectContaining({ value: 'high' }),
		affected_seats: expect.objectContaining({ value: '7' }),
	});
});

test('a refresh shows the fields that Pylon has by now', async () => {
	const { page } = await openUpdate('Refresh');
	await addField(page, 'Root cause');
	await box(page, 'root_cause').locator('input').fill('a cable');
	storeCustomField(
		sandbox().pylon.state,
		'issue',
		['brand_new', 'Brand new', 'text'],
		new Date().toISOString(),
	);
	const fieldsOf = page.getByTestId('mapping-fields-container');
	await fieldsOf.hover();
	await fieldsOf.getByTestId('action-toggle').first().click();
	await editor().screenshot('mapper-menu');
	await page.getByText('Refresh field list').click();
	await box(page, 'brand_new').waitFor();
	await editor().screenshot('mapper-refreshed');
	expect(await box(page, 'root_cause').locator('input').inputValue()).toBe('a cable');
});
