import type { IDataObject } from 'n8n-workflow';

import { runNode, runWorkflow } from './engine';
import { declarative, evaluate, fixtureCredential, passThrough } from './fixtureNodes';
import { startLoopback, type Loopback } from './loopback';

let server: Loopback;
let hanging: (() => void) | undefined;
const credentialType = fixtureCredential();

beforeEach(async () => {
	server = await startLoopback((request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
		if (pathname === '/hang') return hanging?.();
		const fails = pathname === '/fail';
		response.writeHead(fails ? 400 : 200, { 'content-type': 'application/json' });
		response.end(
			JSON.stringify(fails ? { errors: ['no'] } : { pathname, note: searchParams.get('note') }),
		);
	});
});
afterEach(() => server.close());

const credentials = () => ({ baseUrl: server.url });
const pathOf = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.pathname);

describe('runNode', () => {
	test('fills in defaults, applies the credential and keeps the item links', async () => {
		const { items, error } = await runNode({
			node: declarative(),
			parameters: {},
			credentials: credentials(),
			credentialType,
		});
		expect(error).toBeUndefined();
		expect(items).toEqual([{ json: { pathname: '/default', note: '' }, pairedItem: { item: 0 } }]);
		expect(server.requests).toEqual([
			{ method: 'GET', url: '/default?note=', authorization: 'Bearer default-token' },
		]);
	});

	test('evaluates expressions per item', async () => {
		const { items } = await runNode({
			node: declarative(),
			parameters: { path: '={{ $json.path }}', note: '={{ $itemIndex }}' },
			items: [{ json: { path: 'a' } }, { json: { path: 'b' } }],
			credentials: credentials(),
			credentialType,
		});
		expect(items.map(({ json, pairedItem }) => [json.pathname, json.note, pairedItem])).toEqual([
			['/a', '0', { item: 0 }],
			['/b', '1', { item: 1 }],
		]);
	});

	test('honours the timezone of the workflow', async () => {
		const parameters = { note: "={{ DateTime.fromISO('2026-01-02T03:04').toUTC().toISO() }}" };
		const notes = await Promise.all(
			['Asia/Tokyo', 'America/New_York'].map(async (timezone) => {
				const run = await runNode({
					node: declarative(),
					parameters,
					credentials: credentials(),
					credentialType,
					timezone,
				});
				return run.items[0].json.note;
			}),
		);
		expect(notes).toEqual(['2026-01-01T18:04:00.000Z', '2026-01-02T08:04:00.000Z']);
	});

	test('offers the batching options that n8n adds to declarative nodes', async () => {
		const node = declarative();
		const options = {
			node,
			parameters: { requestOptions: { timeout: 5 } },
			credentials: credentials(),
			credentialType,
		};
		await runNode(options);
		await runNode(options);
		const names = node.description.properties.map(({ name }) => name);
		expect(names).toEqual(['path', 'note', 'requestOptions']);
	});

	test('returns what the node throws', async () => {
		const { items, error } = await runNode({
			node: declarative(),
			parameters: { path: 'fail' },
			credentials: credentials(),
			credentialType,
		});
		expect(items).toEqual([]);
		expect(error).toMatchObject({ httpCode: '400', context: { itemIndex: 0 } });
	});

	test('continues on fail', async () => {
		const { items, error } = await runNode({
			node: declarative(),
			parameters: { path: '={{ $json.path }}' },
			items: [{ json: { path: 'fail' } }, { json: { path: 'b' } }],
			credentials: credentials(),
			credentialType,
			continueOnFail: true,
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(2);
		expect(items[0].error).toMatchObject({ httpCode: '400' });
		expect(items[1].json.pathname).toBe('/b');
	});

	test('passes the cancel signal on to the request', async () => {
		const controller = new AbortController();
		hanging = () => controller.abort();
		const { error } = await runNode({
			node: declarative(),
			parameters: { path: 'hang' },
			credentials: credentials(),
			credentialType,
			cancelSignal: controller.signal,
		});
		expect(error?.message).toMatch(/cancel|abort/i);
	});
});

describe('runWorkflow', () => {
	const [start, check] = [passThrough(), evaluate()];
	const pinData = {
		Start: [{ json: { path: 'a' } }, { json: { path: 'fail' } }, { json: { path: 'c' } }],
	};
	const parameters = { path: '={{ $json.path }}' };

	test('runs on the engine: other nodes see the linked item', async () => {
		const { outputs, error } = await runWorkflow({
			nodes: [
				{ name: 'Start', type: start },
				{ name: 'Fetch', type: declarative(), parameters: { path: '={{ $json.path }}' } },
				{ name: 'Check', type: check, parameters: { value: "={{ $('Start').item.json.path }}" } },
			],
			pinData: { Start: [{ json: { path: 'a' } }, { json: { path: 'b' } }] },
			credentials: credentials(),
			credentialType,
		});
		expect(error).toBeUndefined();
		expect(pathOf(outputs.Fetch[0])).toEqual(['/a', '/b']);
		expect(outputs.Check[0].map(({ json }) => json.value)).toEqual(['a', 'b']);
	});

	test('stops at an error', async () => {
		const { outputs, error } = await runWorkflow({
			nodes: [
				{ name: 'Start', type: start },
				{ name: 'Fetch', type: declarative(), parameters },
				{ name: 'After', type: start },
			],
			pinData,
			credentials: credentials(),
			credentialType,
		});
		expect(error).toMatchObject({ httpCode: '400' });
		expect(outputs.After).toBeUndefined();
	});

	test('sends failed items to the error output', async () => {
		const { outputs, error } = await runWorkflow({
			nodes: [
				{ name: 'Start', type: start },
				{ name: 'Fetch', type: declarative(), parameters, onError: 'continueErrorOutput' },
				{ name: 'Good', type: start },
				{ name: 'Bad', type: start },
			],
			connections: [
				['Start', 'Fetch'],
				['Fetch', 'Good', 0],
				['Fetch', 'Bad', 1],
			],
			pinData,
			credentials: credentials(),
			credentialType,
		});
		expect(error).toBeUndefined();
		expect(pathOf(outputs.Good[0])).toEqual(['/a', '/c']);
		expect(outputs.Bad[0]).toHaveLength(1);
		expect(outputs.Bad[0][0].json.error).toEqual(expect.any(String));
	});

	test('is cancelled while a request hangs', async () => {
		const controller = new AbortController();
		hanging = () => controller.abort();
		const { run } = await runWorkflow({
			nodes: [
				{ name: 'Start', type: start },
				{ name: 'Fetch', type: declarative(), parameters: { path: 'hang' } },
			],
			credentials: credentials(),
			credentialType,
			cancelSignal: controller.signal,
		});
		expect(run.status).toBe('canceled');
	});
});
