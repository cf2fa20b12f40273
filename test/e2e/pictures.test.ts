import type { Locator, Page } from 'playwright-core';
import { FILTERABLE } from '../../nodes/Pylon/parameters/filter/filterable';
import { builtInFieldValue } from '../../nodes/Pylon/parameters/filter/searchConditions.operators';
import { seedIds } from '../../sandbox/pylon';
import { WEBHOOK_SECRET } from '../../sandbox/n8n/sandbox';
import { byId } from '../support/locator';
import { useEditor } from './support/browser';
import { listen, openNode } from './support/node';
import { useSandbox } from './support/sandbox';

/** The pictures of docs/images: each is taken here, and with `npm run docs:pictures` it is written there. */

const sandbox = useSandbox();
const editor = useEditor(sandbox);

const parametersOf = (page: Page): Locator => page.getByTestId('node-parameters');

const open = async (
	name: string,
	parameters: Record<string, unknown>,
	changes = {},
): Promise<Page> => await openNode(sandbox(), editor(), name, parameters, changes);

const trigger = { type: 'n8n-nodes-pylon.pylonTrigger', name: 'Pylon Trigger' };

/** An issue of the simulated company that has custom fields. */
function issue() {
	const found = [...sandbox().pylon.state.issues.values()].find(
		({ custom_fields: fields, account_id: account }) =>
			Object.keys(fields).length > 1 && account !== null,
	);
	if (!found) throw new Error('the simulated Pylon has no issue with custom fields');
	return found;
}

async function resize(height: number): Promise<void> {
	await editor().page.setViewportSize({ width: 1440, height });
}

beforeEach(async () => await resize(900));

test('editor: the webhook workflow', async () => {
	const { page, open: go, picture } = editor();
	await resize(840);
	await go(`/workflow/${sandbox().webhookWorkflow.id}`);
	await page.getByTestId('canvas-node').filter({ hasText: 'Pylon Trigger' }).waitFor();
	await page.getByTestId('suggested-actions-close').waitFor();
	// Above the note there is nothing but n8n's tabs.
	const from = page.getByTestId('sticky').first();
	await picture('editor', page.getByTestId('canvas-wrapper'), { from });
});

test('credential', async () => {
	const { page, open: go, picture } = editor();
	await go('/home/credentials');
	const tested = page.waitForResponse((one) => one.url().endsWith('/rest/credentials/test'));
	await page
		.getByTestId('resources-list-item')
		.filter({ hasText: sandbox().credential.name })
		.click();
	await (await tested).finished();
	const dialog = page.getByTestId('editCredential-modal');
	await dialog.getByTestId('parameter-input-apiToken').waitFor();
	await picture('credential', dialog);
});

test('picker: an account from the list', async () => {
	const page = await open('Get an account', { resource: 'account', operation: 'get' });
	await page.getByTestId('rlc-input').click();
	await page.getByTestId('rlc-item').nth(1).waitFor();
	await editor().picture('picker', parametersOf(page), { height: 520 });
});

test('search: two conditions', async () => {
	await resize(1100);
	const loaded = editor().page.waitForResponse((one) =>
		one.url().includes('/dynamic-node-parameters/options'),
	);
	const page = await open('Search issues', {
		resource: 'issue',
		operation: 'search',
		conditions: {
			condition: [
				{
					field: builtInFieldValue(FILTERABLE.issues, 'state'),
					operator: 'in',
					choices: ['new', 'waiting_on_you'],
				},
				{
					field: builtInFieldValue(FILTERABLE.issues, 'title'),
					operator: 'string_contains',
					value: 'export',
				},
			],
		},
	});
	const parameters = parametersOf(page);
	await parameters.getByText('Value Names or IDs', { exact: true }).waitFor();
	await parameters.getByText('Value', { exact: true }).waitFor();
	await loaded;
	await parameters.locator('input[placeholder^="Loading"]').first().waitFor({ state: 'hidden' });
	await parameters.getByText('Loading options').first().waitFor({ state: 'hidden' });
	await editor().picture('search', parameters, {
		from: parameters.getByText('Filter', { exact: true }),
		height: 720,
	});
});

test('custom-fields: the mapper', async () => {
	await resize(1000);
	const page = await open('Map custom fields', {
		resource: 'issue',
		operation: 'update',
		issueId: byId(issue().id),
	});
	for (const label of ['Priority', 'Affected seats']) {
		await page.getByText('Add field to send').click();
		await page.getByText(label, { exact: true }).last().click();
	}
	await page.getByTestId('parameter-input-affected_seats').locator('input').fill('12');
	const parameters = parametersOf(page);
	await parameters.getByText('Custom Fields', { exact: true }).first().click();
	await editor().picture('custom-fields', parameters, {
		from: parameters.getByText('Mapping Column Mode', { exact: true }),
		height: 400,
	});
});

test('reply: the form', async () => {
	const page = await open('Reply to an issue', {
		resource: 'issue',
		operation: 'reply',
		issueId: byId(issue().id),
		message: 'Hello Ada,\n\nthe export works again.\n\nBest, Sam',
	});
	await page.getByText('Format', { exact: true }).first().waitFor();
	await editor().picture('reply', parametersOf(page), { height: 640 });
});

test('output: a simplified issue', async () => {
	const page = await open('Get an issue', {
		resource: 'issue',
		operation: 'get',
		issueId: byId(issue().id),
		addNames: true,
	});
	await page.getByTestId('node-execute-button').click();
	await page.getByText('Node executed successfully').waitFor();
	const output = page.getByTestId('output-panel');
	await output.getByTestId('radio-button-json').click();
	await output.getByText(issue().id).first().waitFor();
	await editor().picture('output', output, { height: 800 });
});

test('trigger-setup: what has to be copied', async () => {
	await resize(1400);
	const page = await open('Issue created', { events: ['issue_created'] }, trigger);
	const panel = page.getByTestId('ndv');
	await panel.getByText('Webhook URLs', { exact: true }).click();
	await panel.getByText('Production URL', { exact: true }).click();
	await editor().picture('trigger-setup', parametersOf(page), { height: 960 });
});

test('trigger-fetch: record and conditions', async () => {
	await resize(1800);
	const page = await open(
		'Status changed',
		{
			events: ['issue_status_changed'],
			fetchRecord: 'issue',
			conditions: {
				condition: [{ field: 'record.state', operator: 'oneOf', value: 'new, waiting_on_you' }],
			},
		},
		trigger,
	);
	const parameters = parametersOf(page);
	const from = parameters.getByText('Fetch Record', { exact: true });
	await from.waitFor();
	await editor().picture('trigger-fetch', parameters, { from, height: 720 });
});

test('trigger-diagnosis: a variable that Pylon did not replace', async () => {
	const panel = await listen(sandbox(), editor());
	await sandbox().pylon.sendWebhook({
		url: sandbox().webhookUrl.replace('/webhook/', '/webhook-test/'),
		secret: WEBHOOK_SECRET,
		object: { type: 'contact', id: seedIds.contacts.ben },
		template: JSON.stringify({ contact_id: '{{issue.requestor.id}}' }),
		unknownVariable: 'literal',
	});
	const output = panel.getByTestId('output-panel');
	await output.getByText('contact_id').first().waitFor();
	await editor().picture('trigger-diagnosis', output, { height: 260 });
});
