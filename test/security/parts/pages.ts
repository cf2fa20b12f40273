import { addContacts } from '../../../sandbox/pylon';
import { type Editor, openEditor } from '../../e2e/support/browser';
import type { AttackedN8n } from '../support/attackedN8n';
import { record } from '../support/figures';
import { call, foreignSite, heard, readAll, REBOUND, sendAll } from '../support/foreignPage';
import { listenersOf } from '../support/processes';
import { inARow, manualTrigger, pylon, store } from '../support/workflows';

/** 127.0.0.1 and ::1 as /proc/net/tcp and tcp6 have them. */
const LOOPBACK = [
	'0100007F',
	'00000000000000000000000001000000',
	'0000000000000000FFFF00000100007F',
];

/** What whoever is signed in may read of n8n. */
const OF_N8N = [
	'/rest/credentials',
	'/rest/workflows',
	'/rest/executions',
	'/rest/users',
	'/rest/login',
];

/** What steers the simulated Pylon, and would tell its webhooks' secret. */
const OF_PYLON = [
	'/_simulated/state',
	'/_simulated/records',
	'/_simulated/requests',
	'/_simulated/webhook',
];

const portOf = (url: string) => Number(new URL(url).port);

/** What could have been changed. */
async function stateOf({ api, pylon: { state } }: AttackedN8n) {
	const [workflows, credentials] = await Promise.all([
		api.rest.call<unknown>('GET', '/workflows'),
		api.rest.call<unknown>('GET', '/credentials'),
	]);
	return { workflows, credentials, contacts: state.contacts.size };
}

/**
 * Tests that foreign pages get nothing from n8n, and that no page of the editor shows a secret.
 *
 * @param n8n what is attacked; there from the first test on
 */
export function pages(n8n: () => AttackedN8n): void {
	let editor: Editor | undefined;
	/** A foreign page can make n8n sign its user out, so each test signs in anew. */
	const signedIn = async (): Promise<Editor> => (editor = await openEditor(n8n(), [REBOUND]));
	afterEach(async () => {
		await editor?.close();
		editor = undefined;
	});

	test('n8n listens on loopback only, and a page that has rebound its name gets nothing from its ports or from the simulated Pylon', async () => {
		const { pylon: sim, secrets } = n8n();
		const listeners = await listenersOf(await n8n().pid());
		expect(listeners.map(({ port }) => port)).toContain(portOf(n8n().n8n.url));
		expect(listeners.filter(({ address }) => !LOOPBACK.includes(address))).toEqual([]);
		const before = await stateOf(n8n());
		let calls = 0;
		for (const { port } of listeners)
			for (const origin of [`http://${REBOUND}:${port}`, 'https://foreign.example', 'null'])
				for (const [method, path] of [
					...[...OF_N8N, '/runners/_ws', '/'].map((one) => ['GET', one]),
					['POST', '/rest/workflows'],
					['POST', '/rest/credentials'],
				]) {
					const { status, headers, body } = await call(port, method, path, origin);
					calls++;
					if (path.startsWith('/rest/')) expect([401, 404]).toContain(status);
					expect(headers.filter((name) => name.startsWith('access-control-'))).toEqual([]);
					expect(secrets.isIn(body)).toBe(false);
				}
		for (const url of [sim.url, sim.euUrl])
			for (const [method, path] of [
				...OF_PYLON.map((one) => ['GET', one]),
				...['reset', 'faults', 'webhooks'].map((one) => ['POST', `/_simulated/${one}`]),
			]) {
				const { status, body } = await call(portOf(url), method, path, `http://${REBOUND}`);
				calls++;
				expect([status, secrets.isIn(body)]).toEqual([403, false]);
			}
		expect(await stateOf(n8n())).toEqual(before);
		record(
			'A page with DNS rebinding, over HTTP',
			`${calls} calls with a foreign Host and three origins to all ${listeners.length} ports of n8n and both of the simulated Pylon: refused, nothing changed, no response that another website may read`,
		);
	});

	test('the same in a browser that is signed in, and from a page of another port', async () => {
		const {
			n8n: { url },
			pylon: sim,
			api,
			credential,
		} = n8n();
		addContacts(sim.state, 3);
		const workflow = await store(n8n(), inARow('Mine', [manualTrigger()]), credential);
		const before = await stateOf(n8n());
		const { page } = await signedIn();
		const reads = [
			...OF_N8N.map((path) => `${url}${path}`),
			...OF_PYLON.map((path) => `${sim.url}${path}`),
		];
		// What would show if it were readable: the editor's own page may.
		await page.goto(`${url}/home/workflows`);
		expect(
			await page.evaluate(async () => {
				const { localStorage } = globalThis as unknown as { localStorage: Record<string, string> };
				const id = localStorage['n8n-browserId'] ?? '';
				return (await fetch('/rest/credentials', { headers: { 'browser-id': id } })).status;
			}),
		).toBe(200);

		const rebound = url.replace('127.0.0.1', REBOUND);
		await page.goto(`${rebound}/healthz`);
		// Its own name leads to n8n now, so it may read the answers: they are those for a stranger.
		expect(await readAll(page, OF_N8N)).toEqual(OF_N8N.map(() => 401));
		expect(await readAll(page, reads)).toEqual(reads.map(() => 'not readable'));
		expect(await heard(page, `${rebound.replace('http', 'ws')}/rest/push?pushRef=rebound`)).toEqual(
			[],
		);

		const foreign = await foreignSite();
		try {
			// The same site to the browser, which sends n8n's cookie along.
			await page.goto(foreign.url);
			expect(await page.title()).toBe('Foreign');
			expect(await readAll(page, reads)).toEqual(reads.map(() => 'not readable'));
			const body = JSON.stringify({
				name: 'Foreign',
				nodes: [],
				connections: {},
				type: 'pylonApi',
				data: {},
			});
			await sendAll(page, [
				['POST', `${url}/rest/workflows`, body],
				['POST', `${url}/rest/credentials`, body],
				['POST', `${url}/rest/workflows/${workflow.id}/archive`, '{}'],
				['POST', `${url}/rest/workflows/${workflow.id}/run`, '{}'],
				['POST', `${sim.url}/_simulated/reset`, '{}'],
				['POST', `${sim.url}/_simulated/webhooks`, '{}'],
			]);
			expect(await heard(page, `${url.replace('http', 'ws')}/rest/push?pushRef=foreign`)).toEqual(
				[],
			);
		} finally {
			foreign.server.closeAllConnections();
			foreign.server.close();
		}
		expect(await stateOf(n8n())).toEqual(before);
		expect(await api.executions(workflow.id)).toEqual([]);
		record(
			'A page with DNS rebinding and a page on another port, in a browser that is signed in to n8n',
			`${2 * reads.length + OF_N8N.length} reads with n8n's cookie where the browser sends it, 6 blind calls, 2 WebSockets: nothing readable, nothing changed`,
		);
	});

	test('no page of the editor shows a secret, and no answer to it holds one', async () => {
		const { api, credential, secrets } = n8n();
		const parameters = { resource: 'contact', operation: 'getAll' };
		const workflow = await store(
			n8n(),
			inARow('Shown', [manualTrigger(), pylon('Pylon', parameters)]),
			credential,
		);
		const { id } = await api.finished(workflow.id, await api.runManually(workflow, 'Start'));
		const { page, open } = await signedIn();
		const answers: Array<Promise<string>> = [];
		page.on('response', (response) => {
			if (response.url().includes('/rest/')) answers.push(response.text().catch(() => ''));
		});
		const texts: string[] = [];
		const look = async () => {
			const values = await page
				.locator('input, textarea')
				.evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value));
			texts.push(await page.content(), ...values);
		};
		await open(`/home/credentials/${credential.id}`);
		await page.getByTestId('editCredential-modal').waitFor();
		await look();
		await open(`/workflow/${workflow.id}`);
		await page.getByTestId('canvas-node').filter({ hasText: 'Pylon' }).dblclick();
		await page.getByTestId('ndv').waitFor();
		await look();
		const shown = page.waitForResponse((one) => one.url().endsWith(`/rest/executions/${id}`));
		await open(`/workflow/${workflow.id}/executions/${id}`);
		await (await shown).finished();
		await look();
		const all = [...texts, ...(await Promise.all(answers))];
		expect(all.filter((text) => secrets.isIn(text))).toEqual([]);
		expect(texts.join(' ')).toContain('Simulated Pylon');
		record(
			'Secrets in pages',
			`credential, node and execution in the editor: in none of ${texts.length} page texts and ${answers.length} responses to them`,
		);
	});
}
