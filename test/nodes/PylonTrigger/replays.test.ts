import { once } from 'node:events';

import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import {
	deliver,
	listenForWebhooks,
	type Listener,
	type TriggerOptions,
} from '../../support/webhook';
import { credentials, PAYLOAD, signed } from './support/deliveries';

let listener: Listener;

async function listen(options: Partial<TriggerOptions> = {}): Promise<void> {
	await listener?.close();
	listener = await listenForWebhooks({ node: new PylonTrigger(), credentials, ...options });
}
beforeEach(async () => {
	await listen();
});
afterEach(() => listener.close());

const call = async (rawBody: string | object = PAYLOAD) => {
	const text = typeof rawBody === 'string' ? rawBody : JSON.stringify(rawBody);
	return await deliver(listener.url, { rawBody: text, headers: signed(text) });
};
const runs = () => listener.executions.length;

const DUPLICATE = { status: 200, body: { message: expect.stringContaining('received before') } };

test('a delivery already seen is answered 200 and starts nothing', async () => {
	expect(await call()).toMatchObject({ status: 200, body: 'Received' });
	for (let n = 0; n < 3; n++) expect(await call()).toMatchObject(DUPLICATE);
	expect(runs()).toBe(1);
});

test('100 at once, each five times: each runs once', async () => {
	const bodies = Array.from({ length: 20 }, (_, n) => ({
		event: 'issue_created',
		issue_id: `i${n}`,
	}));
	const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => call(bodies[n % 20])));
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
	const started = listener.executions.map(
		(items) => (items[0][0].json.body as { issue_id: string }).issue_id,
	);
	expect(started.sort()).toEqual(bodies.map(({ issue_id }) => issue_id).sort());
});

test('it is known after a restart, from what n8n has stored', async () => {
	const staticData = {};
	await listen({ staticData: { 'node:Pylon Trigger': staticData } });
	await call();
	const stored = JSON.parse(JSON.stringify(staticData)) as object;
	await listen({ staticData: { 'node:Pylon Trigger': stored } });
	expect(await call()).toMatchObject(DUPLICATE);
	expect(await call({ event: 'issue_created', issue_id: 'other' })).toMatchObject({
		body: 'Received',
	});
});

test.each([
	['switched off', { parameters: { dropDuplicates: false } }],
	['in the editor', { mode: 'manual' as const }],
])('every delivery runs: %s', async (_, options) => {
	await listen(options);
	await call();
	await call();
	expect(runs()).toBe(2);
});

test('an event that can come again with the same IDs runs each time', async () => {
	for (let n = 0; n < 3; n++) await call({ event: 'issue_updated', issue_id: 'i1' });
	expect(runs()).toBe(3);
	const keys = listener.executions.map((items) => items[0][0].json.deliveryKey);
	expect(new Set(keys).size).toBe(3);
});

test('unless told otherwise', async () => {
	await listen({ parameters: { additionalOptions: { equalPayloads: 'drop' } } });
	for (let n = 0; n < 3; n++) await call({ event: 'issue_updated', issue_id: 'i1' });
	expect(runs()).toBe(1);
});

test('the event ID that the payload names is the key', async () => {
	await listen({ parameters: { additionalOptions: { eventIdField: 'id' } } });
	await call({ event: 'issue_updated', issue_id: 'i1', id: 'e1', sent: 1 });
	expect(await call({ event: 'issue_updated', issue_id: 'i1', id: 'e1', sent: 2 })).toMatchObject(
		DUPLICATE,
	);
	await call({ event: 'issue_updated', issue_id: 'i1', id: 'e2', sent: 2 });
	expect(runs()).toBe(2);
});

test('what was refused or filtered out is no delivery that was seen', async () => {
	await listen({ parameters: { events: ['issue_created'] } });
	const wrong = signed(PAYLOAD, 'wrong');
	await deliver(listener.url, { rawBody: PAYLOAD, headers: wrong });
	expect(await call()).toMatchObject({ body: 'Received' });
});

test('a delivery whose execution n8n could not start may come again', async () => {
	const node = new PylonTrigger();
	const { webhook } = node;
	let breaks = true;
	node.webhook = async function () {
		const result = await webhook.call(this);
		if (breaks) throw new Error('The database is gone');
		return result;
	};
	await listen({ node });
	expect(await call()).toMatchObject({ status: 500 });
	breaks = false;
	expect(await call()).toMatchObject({ status: 200, body: 'Received' });
});

test('also where its sender has not waited for that', async () => {
	const node = new PylonTrigger();
	const { webhook } = node;
	const sender = new AbortController();
	node.webhook = async function () {
		const result = await webhook.call(this);
		if (sender.signal.aborted) return result;
		const closed = once(this.getResponseObject(), 'close');
		sender.abort();
		await closed;
		throw new Error('The database is gone');
	};
	await listen({ node });
	const first = { rawBody: PAYLOAD, headers: signed(PAYLOAD), signal: sender.signal };
	await expect(deliver(listener.url, first)).rejects.toThrow('aborted');
	let body: unknown;
	do ({ body } = await call());
	while (body !== 'Received');
	expect(runs()).toBe(1);
});
