import { operations } from '../../../sandbox/pylon/document';
import { Limits, type LimitSettings } from '../../../sandbox/pylon/limits';
import { seedIds } from '../../../sandbox/pylon';
import { Bench } from './support';

let now = Date.parse('2026-11-20T12:00:00.250Z');
let bench: Bench;

beforeAll(async () => {
	bench = await Bench.start({ clock: () => now });
});
afterAll(() => bench.sim.close());
beforeEach(() => {
	now += 10_000_000;
	bench.sim.resetLog();
});

const path = `/contacts/${seedIds.contacts.ada}`;
async function statuses(count: number): Promise<number[]> {
	const result: number[] = [];
	for (let index = 0; index < count; index++) result.push((await bench.get(path)).status);
	return result;
}

test('without limits nothing is refused', async () => {
	bench.sim.limits.set(false);
	expect(new Set(await statuses(50))).toEqual(new Set([200]));
});

test('a call over the limit gets 429 with the seconds to wait, rounded up, in both headers', async () => {
	bench.sim.limits.set({ perMinute: 2 });
	expect(await statuses(2)).toEqual([200, 200]);
	now += 20_500;
	const { status, body, headers } = await bench.get(path);
	expect(status).toBe(429);
	expect(body).toMatchObject({ code: 'rate_limited', errors: ['Rate limit exceeded'] });
	expect([headers.get('x-retry-after'), headers.get('retry-after')]).toEqual(['40', '40']);
	expect(bench.sim.requests.at(-1)).toMatchObject({
		status: 429,
		processed: false,
		outcome: 'rate limited',
	});
	now += 39_500;
	expect(await statuses(3)).toEqual([200, 200, 429]);
	expect(bench.sim.countOf('getContact')).toBe(6);
	expect([...bench.sim.processedCounts('getContact').values()]).toEqual([4]);
});

test('a sliding window looks back from each call', async () => {
	bench.sim.limits.set({ perMinute: 2, kind: 'sliding', windowMs: 10_000 });
	expect(await statuses(1)).toEqual([200]);
	now += 6_000;
	expect(await statuses(2)).toEqual([200, 429]);
	expect((await bench.get(path)).headers.get('x-retry-after')).toBe('4');
	now += 4_000;
	expect(await statuses(2)).toEqual([200, 429]);
	now += 6_000;
	expect(await statuses(2)).toEqual([200, 429]);
});

test('each endpoint has its own count, over all tokens of the organization; the other region is another one', async () => {
	const { sim } = bench;
	sim.limits.set({ perMinute: 1 });
	expect((await bench.get(path)).status).toBe(200);
	expect((await bench.get('/contacts/other')).status).toBe(429);
	expect((await bench.call('PATCH', path, {})).status).toBe(200);
	expect((await bench.get('/contacts')).status).toBe(200);
	expect((await bench.get(path, { token: sim.tokens.readOnly })).status).toBe(429);
	expect((await bench.get(path, { region: 'eu', token: sim.tokens.eu })).status).toBe(200);
});

test('limits by operation leave the others without one; 0 lets nothing through', async () => {
	bench.sim.limits.set({ perMinute: { getContact: 0 } });
	expect(await statuses(1)).toEqual([429]);
	for (let index = 0; index < 5; index++) expect((await bench.get('/me')).status).toBe(200);
	bench.sim.limits.set({ perMinute: { getContact: 0 }, kind: 'sliding' });
	expect(await statuses(1)).toEqual([429]);
});

test("Pylon's own figures are those of openapi.yaml", () => {
	const limits = new Limits({ perMinute: 'openapi' }, () => 0);
	for (const [operationId, { operation }] of operations) {
		const allowed = operation['x-rate-limit-per-minute'];
		expect([30, 120, 300]).toContain(allowed);
		let taken = 0;
		while (limits.take(operationId, 'token') === undefined) taken += 1;
		expect([operationId, taken]).toEqual([operationId, allowed]);
	}
});

test.each<[Partial<LimitSettings>, string | null, string | null]>([
	[{ xRetryAfter: 'none' }, null, '60'],
	[{ retryAfter: 'none' }, '60', null],
	[{ xRetryAfter: 'none', retryAfter: 'none' }, null, null],
	[{ xRetryAfter: { literal: 'soon' }, retryAfter: { literal: '-5' } }, 'soon', '-5'],
])('the headers are sent as set: %j', async (settings, x, plain) => {
	bench.sim.limits.set({ perMinute: 0, ...settings });
	const { headers } = await bench.get(path);
	expect([headers.get('x-retry-after'), headers.get('retry-after')]).toEqual([x, plain]);
});

test('a wait as a date is never too short', async () => {
	bench.sim.limits.set({ perMinute: 0, retryAfter: 'http-date' });
	const at = Date.parse((await bench.get(path)).headers.get('retry-after') as string);
	expect(at - now).toBeGreaterThanOrEqual(60_000);
	expect(at - now).toBeLessThan(61_000);
});

test('a request without a valid token does not count', async () => {
	bench.sim.limits.set({ perMinute: 1 });
	expect((await bench.get(path, { token: 'x' })).status).toBe(401);
	expect((await bench.get(path)).status).toBe(200);
});

test.each<[Partial<LimitSettings>, string[]]>([
	[{}, ['2', '1', '0']],
	[{ kind: 'sliding' }, ['2', '1', '0']],
	[{ remaining: 'lagging' }, ['2', '2', '2']],
])('successes say what is left with %j', async (settings, expected) => {
	bench.sim.limits.set({ perMinute: 3, ...settings });
	const seen: Array<string | null> = [];
	for (let call = 0; call < 3; call++)
		seen.push((await bench.get(path)).headers.get('x-rate-limit-remaining'));
	expect(seen).toEqual(expected);
	const refused = await bench.get(path);
	expect([refused.status, refused.headers.get('x-rate-limit-remaining')]).toEqual([429, null]);
});
