import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { WorkflowNode } from '../sandbox/n8n/api';
import { addContacts } from '../sandbox/pylon/seed/bulk';
import { type Editor, openEditor } from '../test/e2e/support/browser';
import { median } from './median';
import { type BenchNode, byId, httpRequest, pylonNode, type Setting } from './setting';
import type { Finding } from './table';

interface Size {
	/** How many contacts Pylon has, while a picker is opened. */
	contacts: number[];
	rounds: number;
}

/** A node whose form is opened, and what is in it when it is drawn. */
interface Form {
	name: string;
	node: BenchNode;
	drawn: (page: Page) => Promise<void>;
}

const HTTP_REQUEST = 'HTTP Request node';
const NODE = 'Measured';

const FORMS: Form[] = [
	{
		name: 'Pylon node, a contact to get',
		node: pylonNode({ resource: 'contact', operation: 'get' }),
		drawn: async (page) => await page.getByTestId('rlc-input').first().waitFor(),
	},
	{
		name: 'Pylon node, an issue to update',
		node: pylonNode({ resource: 'issue', operation: 'update', issueId: byId('1') }),
		drawn: async (page) => await page.getByTestId('rlc-input').first().waitFor(),
	},
	{
		name: HTTP_REQUEST,
		node: httpRequest({ url: 'https://example.com' }),
		drawn: async (page) =>
			await page.getByTestId('ndv').getByText('URL', { exact: true }).first().waitFor(),
	},
];

async function store({ api, credential }: Setting, { name, node }: Form): Promise<string> {
	const stored = {
		id: randomUUID(),
		position: [0, 0],
		...node,
		name: NODE,
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	} as unknown as WorkflowNode;
	const workflow = { name, nodes: [stored], connections: {}, settings: { executionOrder: 'v1' } };
	return (await api.importWorkflow(workflow, credential)).id;
}

const since = (started: number) => performance.now() - started;

/**
 * Opens the form in a workflow of its own, since n8n may think that one which was open before is still being edited there.
 *
 * @returns milliseconds from the double click on the node until its form is drawn, in a page that was just loaded
 */
async function openForm({ page, open }: Editor, setting: Setting, form: Form): Promise<number> {
	await open(`/workflow/${await store(setting, form)}`);
	const node = page.getByTestId('canvas-node').filter({ hasText: NODE });
	await node.waitFor();
	const started = performance.now();
	await node.dblclick();
	await form.drawn(page);
	return since(started);
}

/** @returns milliseconds from the click on the open node's picker until the first record stands in its list */
async function openPicker({ page }: Editor): Promise<number> {
	const started = performance.now();
	await page.getByTestId('rlc-input').first().click();
	await page.getByTestId('rlc-item').first().waitFor();
	return since(started);
}

/**
 * Measures in the browser how long it takes until a node's form is drawn, against n8n's HTTP Request node, and until a
 * picker shows its first page.
 *
 * @param setting what it runs in
 * @param size numbers of contacts that a picker is opened with, and rounds for each
 * @returns times in ms
 */
export async function editor(setting: Setting, { contacts, rounds }: Size): Promise<Finding> {
	const { pylon } = setting;
	const browser = await openEditor(setting);
	try {
		const forms = new Map<string, number[]>(FORMS.map(({ name }) => [name, []]));
		// The first round fills the browser's cache: it does not count.
		for (let round = 0; round <= rounds; round++) {
			for (const form of FORMS) {
				const ms = await openForm(browser, setting, form);
				if (round > 0) forms.get(form.name)?.push(ms);
			}
		}
		const pages = new Map<number, number[]>();
		for (const count of contacts) {
			pylon.resetState();
			addContacts(pylon.state, count);
			const times: number[] = [];
			for (let round = 0; round < rounds; round++) {
				await openForm(browser, setting, FORMS[0]);
				times.push(await openPicker(browser));
			}
			pages.set(count, times);
		}
		const peer = median(forms.get(HTTP_REQUEST) ?? []);
		const least = median(pages.get(contacts[0]) ?? []);
		const most = median(pages.get(contacts[contacts.length - 1]) ?? []);
		return {
			title: `The editor in Chromium (median of ${rounds}, each in a page just loaded)`,
			columns: ['what', 'ms', 'ratio'],
			rows: [
				...[...forms].map(([name, times]) => [
					`form: ${name}`,
					median(times),
					median(times) / peer,
				]),
				...[...pages].map(([count, times]) => [
					`picker, ${count.toLocaleString('en')} contacts`,
					median(times),
					median(times) / least,
				]),
			],
			wanted: [
				{
					what: `a picker takes at most 1.5 times as long with more contacts: ${(most / least).toFixed(2)}`,
					reached: most / least <= 1.5,
				},
			],
		};
	} finally {
		pylon.resetState();
		await browser.close();
	}
}
