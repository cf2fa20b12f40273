import { canonicalRequest, seedIds } from '../../../sandbox/pylon';
import { RequestLog, type ReceivedRequest } from '../../../sandbox/pylon/log';
import { withPylon } from './support';

const bench = withPylon();

test('everything received is kept in order, with its outcome', async () => {
	await bench().get(`/contacts/${seedIds.contacts.ada}?`);
	await bench().call('PATCH', `/contacts/${seedIds.contacts.ada}`, { name: 'Ada B' });
	await bench().get('/contacts?limit=5&limit=6');
	await bench().get('/nope');
	const { requests } = bench().sim;
	expect(
		requests.map(({ method, operationId, status, processed }) => [
			method,
			operationId,
			status,
			processed,
		]),
	).toEqual([
		['GET', 'getContact', 200, true],
		['PATCH', 'updateContact', 200, true],
		['GET', 'getContacts', 400, false],
		['GET', undefined, 404, false],
	]);
	expect(requests[1]).toMatchObject({
		region: 'us',
		path: `/contacts/${seedIds.contacts.ada}`,
		body: { name: 'Ada B' },
		outcome: 'answered',
	});
	expect(requests[2].query).toEqual({ limit: ['5', '6'] });
	expect(requests[2].outcome).toMatch(/^refused: limit/);
});

test('requests are counted by operation, by body, and as processed', async () => {
	const { sim } = bench();
	await bench().call('POST', '/contacts', { name: 'A', email: 'a@x.example' });
	await bench().call('POST', '/contacts', { email: 'a@x.example', name: 'A' });
	await bench().call('POST', '/contacts', { name: 'B' });
	await bench().call('POST', '/contacts', { name: 'B' });
	expect(sim.countOf('createContact')).toBe(4);
	expect(sim.countOf('createContact', (body) => (body as { name: string }).name === 'B')).toBe(2);
	expect(sim.countOf('getMe')).toBe(0);
	expect(sim.processedCounts('createContact')).toEqual(
		new Map([
			[canonicalRequest('/contacts', { email: 'a@x.example', name: 'A' }), 1],
			[canonicalRequest('/contacts', { name: 'B' }), 2],
		]),
	);
	sim.resetLog();
	expect([
		sim.countOf('createContact'),
		sim.requests.length,
		sim.processedCounts('createContact').size,
	]).toEqual([0, 0, 0]);
});

test('one text for the same body in another order', () => {
	const body = { b: [{ d: 1, c: 2 }], a: null };
	expect(canonicalRequest('/x', body)).toBe('/x {"a":null,"b":[{"c":2,"d":1}]}');
	expect(canonicalRequest('/x', { a: null, b: [{ c: 2, d: 1 }] })).toBe(
		canonicalRequest('/x', body),
	);
	expect(canonicalRequest('/x')).toBe('/x');
});

test('the highest number of requests in flight is known', async () => {
	const { sim } = bench();
	for (let call = 0; call < 3; call++) await bench().get('/me');
	expect(sim.maxInFlight()).toBe(1);
	sim.faults.add({ kind: 'delay', ms: 50 });
	await Promise.all([1, 2, 3, 4].map(() => bench().get('/me')));
	expect(sim.maxInFlight()).toBe(4);
	sim.resetLog();
	expect(sim.maxInFlight()).toBe(0);
});

test('a long run drops the oldest entries and keeps the counts', () => {
	const log = new RequestLog(100);
	for (let index = 0; index < 1000; index++) {
		const request = {
			operationId: 'getMe',
			path: '/me',
			body: undefined,
			at: index,
		} as ReceivedRequest;
		log.received(request);
		log.wasProcessed(request);
	}
	expect(log.requests.length).toBeLessThanOrEqual(110);
	expect(log.requests.at(-1)?.at).toBe(999);
	expect(log.countOf('getMe')).toBe(1000);
	expect(log.processedCounts('getMe')).toEqual(new Map([['/me', 1000]]));
});
