import { get } from 'node:http';
import { type FaultRule } from '../../../sandbox/pylon';
import { Bench } from './support';
import { bench, path, raw } from './rawAnswers';

const create = () => raw('POST', '/contacts', { name: 'New', email: 'new@x.example' });

const created = () => bench().sim.state.contacts.find('email', 'new@x.example') !== undefined;

/** Adds a fault, creates a contact, and tells what arrived, whether it exists, and how the log tells it. */
async function createWith(fault: FaultRule) {
	bench().sim.faults.add(fault);
	const answer = await create();
	const { status, processed, outcome } = bench().sim.requests.at(-1) ?? {};
	return { answer, created: created(), log: { status, processed, outcome } };
}

test.each([500, 502, 503, 504])('status %i before or after processing', async (status) => {
	const before = await createWith({ kind: 'status', status });
	expect(before).toMatchObject({
		answer: { status },
		created: false,
		log: { status, processed: false, outcome: 'fault: status' },
	});
	expect(JSON.parse(before.answer.text as string)).toMatchObject({
		errors: [`Simulated fault: status ${status}`],
		request_id: expect.any(String),
	});
	bench().sim.faults.clear();
	const after = await createWith({ kind: 'status', status, processed: true });
	expect(after).toMatchObject({
		answer: { status },
		created: true,
		log: { status, processed: true, outcome: 'fault: status, after processing' },
	});
});

test('a status with a body and headers of its own', async () => {
	const text = await createWith({
		kind: 'status',
		status: 418,
		body: 'teapot',
		headers: { 'x-pot': 'tea' },
	});
	expect(text.answer).toEqual({ status: 418, text: 'teapot', type: 'text/plain' });
	bench().sim.faults.clear();
	const json = await createWith({ kind: 'status', status: 422, body: { reason: 'no' } });
	expect(json.answer).toEqual({ status: 422, text: '{"reason":"no"}', type: 'application/json' });
});

test('a reset connection, before or after processing', async () => {
	const before = await createWith({ kind: 'reset' });
	expect(before).toMatchObject({
		answer: { error: expect.any(String) },
		created: false,
		log: { status: 0, processed: false },
	});
	bench().sim.faults.clear();
	expect(await createWith({ kind: 'reset', processed: true })).toMatchObject({
		answer: { error: expect.any(String) },
		created: true,
		log: { status: 0, processed: true, outcome: 'fault: reset, after processing' },
	});
});

test('an answer that never comes leaves the request in flight until the client gives up', async () => {
	const { sim } = bench();
	sim.faults.add({ kind: 'never-answer' });
	const request = get(`${sim.url}/me`, { headers: { authorization: `Bearer ${sim.tokens.us}` } });
	const gone = new Promise<string>((resolve) =>
		request.on('error', (error: NodeJS.ErrnoException) => resolve(String(error.code))),
	);
	while (sim.requests.length === 0) await new Promise(setImmediate);
	sim.faults.clear();
	expect((await bench().get('/me')).status).toBe(200);
	expect(sim.maxInFlight()).toBe(2);
	expect(sim.requests[0]).toMatchObject({
		status: 0,
		processed: false,
		outcome: 'fault: never-answer',
	});
	request.destroy();
	expect(await gone).toBe('ECONNRESET');
});

test('closing ends what hangs', async () => {
	const other = await Bench.start({ faults: [{ kind: 'never-answer' }] });
	const hanging = other.get('/me').then(
		() => 'answered',
		() => 'broken',
	);
	while (other.sim.requests.length === 0) await new Promise(setImmediate);
	await other.sim.close();
	expect(await hanging).toBe('broken');
});

test('JSON that is cut off: complete as HTTP, or ended by the connection', async () => {
	const truncated = await createWith({ kind: 'cut-off' });
	expect(truncated).toMatchObject({
		created: true,
		answer: { status: 200 },
		log: { status: 200, processed: true },
	});
	expect(() => JSON.parse(truncated.answer.text as string)).toThrow();
	bench().sim.faults.clear();
	bench().sim.resetState();
	const broken = await createWith({ kind: 'cut-off', how: 'content-length' });
	expect(broken).toMatchObject({
		created: true,
		answer: { error: expect.any(String) },
		log: { status: 0, processed: true },
	});
});

test('a web page instead of JSON: not processed with 502, processed with 200', async () => {
	const bad = await createWith({ kind: 'html' });
	expect(bad).toMatchObject({ answer: { status: 502, type: 'text/html' }, created: false });
	bench().sim.faults.clear();
	const good = await createWith({ kind: 'html', status: 200 });
	expect(good).toMatchObject({ answer: { status: 200, type: 'text/html' }, created: true });
	expect(good.answer.text).toContain('<h1>');
});

test('an empty body', async () => {
	expect(await createWith({ kind: 'empty-body' })).toMatchObject({
		answer: { status: 200, text: '' },
		created: true,
	});
});

test('429 for ever', async () => {
	bench().sim.limits.set(false);
	bench().sim.faults.add({ kind: 'rate-limited', waitMs: 3000 });
	for (let call = 0; call < 3; call++) {
		const { status, headers, body } = await bench().get(path);
		expect([status, headers.get('x-retry-after'), body.code]).toEqual([429, '3', 'rate_limited']);
	}
	expect(bench().sim.requests.every((request) => !request.processed)).toBe(true);
});

test('a delay comes before another fault, and several add up', async () => {
	const { faults } = bench().sim;
	faults.add({ kind: 'delay', ms: 30 });
	faults.add({ kind: 'delay', ms: 30 });
	faults.add({ kind: 'status', status: 503 });
	const started = performance.now();
	expect((await bench().get(path)).status).toBe(503);
	// Timers may fire up to a millisecond early.
	expect(performance.now() - started).toBeGreaterThanOrEqual(59);
});
