import type { Browser } from 'playwright-core';
import { startSimulatedPylon, type SimulatedPylon } from '../../sandbox/pylon';
import { openBrowser } from './support/browser';
import { type JsonServer, startJsonServer } from './support/jsonServer';
import { TIMEOUT_MS } from './support/sandbox';

jest.setTimeout(TIMEOUT_MS);

let pylon: SimulatedPylon;
let receiver: JsonServer;
let browser: Browser;

beforeAll(async () => {
	pylon = await startSimulatedPylon();
	receiver = await startJsonServer(() => ({ body: 'Received' }));
	browser = await openBrowser();
});
afterAll(async () => {
	await browser.close();
	await receiver.close();
	await pylon.close();
});

test('the page of the simulated Pylon shows its records, and its button sends a signed webhook', async () => {
	const page = await browser.newPage();
	const failures: string[] = [];
	page.on('pageerror', ({ message }) => failures.push(message));
	await page.goto(pylon.url);

	const { contacts, accounts, issues } = pylon.state;
	await page.locator('#issues tr').first().waitFor();
	for (const [list, store] of Object.entries({ contacts, accounts, issues }))
		expect(await page.locator(`#${list} tr`).count()).toBe(store.size);
	expect(await page.locator('#hosts').textContent()).toContain(pylon.url);

	const [issue] = issues.values();
	const form = page.locator('form#webhook');
	await form.locator('[name=url]').fill(`${receiver.url}/webhook`);
	await form.locator('[name=secret]').fill('secret-of-the-page');
	await form.locator('[name=object]').selectOption(`issue ${issue.id}`);
	await form.locator('[name=template]').fill('{"issue_id":"{{issue.id}}"}');
	await form.getByRole('button').click();
	await form.getByText('The receiver answered 200').waitFor();
	const [{ body, headers }] = receiver.requests;
	expect(body).toEqual({ issue_id: issue.id });
	expect(headers).toHaveProperty('x-pylon-signature');
	expect(failures).toEqual([]);
});

test('what goes wrong while the page asks for the records is shown there', async () => {
	const page = await browser.newPage();
	await page.route('**/_simulated/records', (route) => route.fulfill({ json: {} }));
	await page.goto(pylon.url);
	await page.locator('#hosts', { hasText: 'undefined' }).waitFor();
	await page.route('**/_simulated/records', (route) => route.abort());
	await page.locator('#hosts', { hasText: 'Not reachable' }).waitFor();
});
