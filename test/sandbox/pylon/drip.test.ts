import { once } from 'node:events';
import { get, request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Fault } from '../../../sandbox/pylon';
import { Bench } from './support';

let bench: Bench;
beforeEach(async () => {
	bench = await Bench.start();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await bench.sim.close();
});

const headers = () => ({ authorization: `Bearer ${bench.sim.tokens.us}` });
const ask = (path: string): ClientRequest =>
	get(bench.sim.url + path, { headers: headers(), agent: false });
const ended = (stream: NodeJS.EventEmitter) =>
	new Promise<void>((resolve) => stream.on('close', resolve).on('error', () => undefined));

/** Reads until so many bytes of the body are there. */
async function bytesOf(response: IncomingMessage, count: number): Promise<string> {
	let text = '';
	for await (const chunk of response) {
		text += String(chunk);
		if (text.length >= count) break;
	}
	return text;
}

test('in the header: bytes keep coming, and no answer', async () => {
	bench.sim.faults.add({ kind: 'drip-header', everyMs: 1 });
	const pending = ask('/me');
	let isAnswered = false;
	pending.on('response', () => (isAnswered = true));
	const [socket] = (await once(pending, 'socket')) as [NodeJS.EventEmitter & { bytesRead: number }];
	let read = 0;
	while (read < 120) {
		await once(socket, 'data');
		read = socket.bytesRead;
	}
	expect(isAnswered).toBe(false);
	expect(bench.sim.requests[0]).toMatchObject({
		status: 0,
		outcome: 'fault: drip-header, after processing',
		processed: true,
	});
	const closed = ended(pending);
	await bench.sim.close();
	await closed;
	expect(isAnswered).toBe(false);
});

test('in the body: the answer, then blanks, and no end', async () => {
	bench.sim.faults.add({ kind: 'drip-body', everyMs: 1 });
	const pending = ask('/me');
	const [response] = (await once(pending, 'response')) as [IncomingMessage];
	expect(response.statusCode).toBe(200);
	const text = await bytesOf(response, 400);
	expect(text).toMatch(/^\{.*\} +$/);
	expect(JSON.parse(text)).toMatchObject({ data: { name: 'Northwind Support' } });
});

test('in each page: every page ends, none is the last one', async () => {
	bench.sim.faults.add({ kind: 'drip-page', everyMs: 1, blanks: 3 });
	const seen: string[] = [];
	const cursors = new Set<string>();
	let path = '/contacts?limit=15';
	for (let pages = 1; pages <= 6; pages++) {
		const [response] = (await once(ask(path), 'response')) as [IncomingMessage];
		const text = await bytesOf(response, Infinity);
		expect(text).toMatch(/^ {3}\{/);
		const { data = [], pagination } = JSON.parse(text) as {
			data?: Array<{ id: string }>;
			pagination: { cursor: string; has_next_page: boolean };
		};
		expect(pagination.has_next_page).toBe(true);
		seen.push(...data.map(({ id }) => id));
		cursors.add(pagination.cursor);
		path = `/contacts?limit=15&cursor=${pagination.cursor}`;
	}
	expect(new Set(seen).size).toBe(20);
	expect(seen).toHaveLength(20);
	expect(cursors.size).toBe(6);
});

test.each<Fault>([
	{ kind: 'drip-header', everyMs: 5 },
	{ kind: 'drip-body', everyMs: 5 },
	{ kind: 'drip-page', everyMs: 5, blanks: 1_000_000 },
])('$kind: nothing goes on when the client or the server closes', async (fault) => {
	const started = jest.spyOn(globalThis, 'setInterval');
	const stopped = jest.spyOn(globalThis, 'clearInterval');
	const drips = () =>
		started.mock.results
			.filter((_, index) => started.mock.calls[index][1] === 5)
			.map(({ value }): unknown => value);
	const running = () =>
		drips().filter((timer) => !stopped.mock.calls.some(([one]) => one === timer));
	const until = async (isSo: () => boolean) => {
		while (!isSo()) await new Promise(setImmediate);
	};
	bench.sim.faults.add(fault);
	const [left, kept] = [ask('/contacts'), ask('/contacts')];
	const closed = [ended(left), ended(kept)];
	await until(() => drips().length === 2);
	expect(running()).toHaveLength(2);
	left.destroy();
	await until(() => running().length === 1);
	await bench.sim.close();
	await Promise.all(closed);
	await until(() => running().length === 0);
});

test('what is not processed leaves nothing behind', async () => {
	bench.sim.faults.add({ kind: 'drip-body', everyMs: 1, processed: false });
	const before = bench.sim.state.contacts.size;
	const pending = request(`${bench.sim.url}/contacts`, {
		method: 'POST',
		headers: { ...headers(), 'content-type': 'application/json' },
		agent: false,
	});
	pending.end('{"name":"A"}');
	await once(pending, 'response');
	pending.destroy();
	expect(bench.sim.state.contacts.size).toBe(before);
	expect(bench.sim.requests[0]).toMatchObject({ processed: false, outcome: 'fault: drip-body' });
});
