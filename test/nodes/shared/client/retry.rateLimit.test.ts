import { NodeApiError, type INode } from 'n8n-workflow';

import { seedIds, type Fault } from '../../../../sandbox/pylon';
import { withPylon } from '../../../support/pylon';
import { createIssue, errorOf, getContact, runPylon } from './support/run';
import { withVirtualTime } from './support/virtualTime';

const pylon = withPylon();
const time = withVirtualTime();

const read = getContact(seedIds.contacts.ada);
const sum = (waits: readonly number[]) => waits.reduce((total, wait) => total + wait, 0);

const tooMany = (headers: Record<string, string> = {}): Fault => ({
	kind: 'status',
	status: 429,
	headers,
});

test.each([
	['X-Retry-After in seconds', { 'X-Retry-After': '7' }, 7000],
	['Retry-After in seconds', { 'Retry-After': '7' }, 7000],
	['X-Retry-After before Retry-After', { 'X-Retry-After': '3', 'Retry-After': '60' }, 3000],
	['no header: half of the first backoff at least', {}, 500],
	['"soon"', { 'X-Retry-After': 'soon' }, 500],
	['a negative number', { 'X-Retry-After': '-5' }, 500],
	['a date in the past', { 'Retry-After': 'Fri, 20 Nov 2020 11:59:59 GMT' }, 500],
	['zero', { 'X-Retry-After': '0' }, 500],
])('429 with %s is waited out', async (_, headers, wait) => {
	pylon.sim.faults.add({ ...tooMany(headers), nth: [1] });
	const { items, error } = await runPylon(pylon.credentials, read);
	expect(error).toBeUndefined();
	expect(items).toMatchObject([{ json: { id: seedIds.contacts.ada }, pairedItem: { item: 0 } }]);
	expect(time.waits).toEqual([wait]);
	expect(pylon.sim.requests).toHaveLength(2);
});

test('429 with a date', async () => {
	pylon.sim.faults.add({
		...tooMany({ 'Retry-After': new Date(time.now() + 42_000).toUTCString() }),
		nth: [1],
	});
	const { error } = await runPylon(pylon.credentials, read);
	expect(error).toBeUndefined();
	expect(time.waits).toHaveLength(1);
	expect(time.waits[0]).toBeGreaterThan(41_000);
	expect(time.waits[0]).toBeLessThanOrEqual(42_000);
});

describe('jitter', () => {
	const longest = withVirtualTime(1);

	test('is at most a fiftieth, and a quarter of a second', async () => {
		pylon.sim.faults.add({ ...tooMany({ 'X-Retry-After': '1' }), nth: [1] });
		pylon.sim.faults.add({ ...tooMany({ 'X-Retry-After': '60' }), nth: [2] });
		await runPylon(pylon.credentials, read);
		expect(longest.waits).toEqual([1020, 60_250]);
	});
});

test('a create is sent again as well: nothing was carried out', async () => {
	pylon.sim.faults.add({ kind: 'rate-limited', nth: [1, 2, 3, 4, 5, 6] });
	const { error } = await runPylon(pylon.credentials, {
		...createIssue('t'),
		requestOptions: { maxTries: 1 },
	});
	expect(error).toBeUndefined();
	expect(pylon.sim.countOf('createIssue')).toBe(7);
	expect([...pylon.sim.processedCounts('createIssue').values()]).toEqual([1]);
});

test('longer than the item may wait: it fails at once and says how long', async () => {
	pylon.sim.faults.add({ kind: 'rate-limited', waitMs: 10_000_000_000 });
	const inputs = Array.from({ length: 40 }, () => ({}));
	const parameters = { ...read, requestOptions: { concurrency: 5 } };
	const { items } = await runPylon(pylon.credentials, parameters, inputs, {
		onError: 'continueRegularOutput',
	});
	expect(time.waits).toEqual([]);
	expect(items).toHaveLength(40);
	expect(errorOf(items[0])).toMatchObject({
		message: 'Pylon asks to wait 10000000 more seconds, longer than this node allows',
		status: 429,
		code: 'rate_limited',
		retryAfterMs: 10_000_000_000,
	});
	for (const item of items) expect(errorOf(item)?.retryAfterMs).toBeGreaterThan(300_000);
	// Those that had not been sent yet were spared.
	expect(pylon.sim.requests).toHaveLength(5);
});

test("n8n's own field for it: failure 'rate-limited' with retryAfterMs", async () => {
	pylon.sim.faults.add({ kind: 'rate-limited', waitMs: 600_000 });
	const { error } = await runPylon(pylon.credentials, read);
	expect(error).toMatchObject({ httpCode: '429' });
	// Versions before 2.4x have no such field.
	if ('failure' in new NodeApiError({ name: 'Pylon', type: 'pylon' } as INode, {})) {
		expect(error).toMatchObject({ failure: { cause: 'rate-limited', retryAfterMs: 600_000 } });
	}
});

test.each([
	['no header', {}],
	['zero seconds', { 'X-Retry-After': '0' }],
	['ten seconds', { 'X-Retry-After': '10' }],
])(
	'a server that always says 429, with %s: the item ends within its longest wait',
	async (_, headers) => {
		pylon.sim.faults.add(tooMany(headers));
		const { items } = await runPylon(pylon.credentials, read, [{}], {
			onError: 'continueRegularOutput',
		});
		expect(errorOf(items[0])).toMatchObject({ status: 429 });
		expect(errorOf(items[0])?.retryAfterMs).toBeGreaterThan(0);
		expect(sum(time.waits)).toBeLessThanOrEqual(300_000);
		expect(sum(time.waits)).toBeGreaterThan(200_000);
		expect(pylon.sim.requests.length).toBeLessThan(40);
	},
);

test.each([
	[0, 0],
	[30, 30_000],
])("'Longest Wait (Seconds)' of %d", async (longestWait, most) => {
	pylon.sim.faults.add(tooMany({ 'X-Retry-After': '10' }));
	await runPylon(pylon.credentials, { ...read, requestOptions: { longestWait } });
	expect(time.waits).toEqual(Array.from({ length: most / 10_000 }, () => 10_000));
});

test('backoff doubles up to a minute', async () => {
	pylon.sim.faults.add(tooMany());
	await runPylon(pylon.credentials, { ...read, requestOptions: { longestWait: 100 } });
	expect(time.waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test('a success that leaves no call lets the next ones go one by one, at the speed of the limit', async () => {
	const body = { data: { id: 'x' }, request_id: 'r' };
	pylon.sim.faults.add({
		kind: 'status',
		status: 200,
		headers: { 'X-Rate-Limit-Remaining': '0' },
		body,
		nth: [1, 2],
	});
	const { items } = await runPylon(
		pylon.credentials,
		{ ...read, requestOptions: { concurrency: 1 } },
		[{}, {}, {}, {}],
	);
	expect(items).toHaveLength(4);
	// 300 calls a minute; the third success says that calls are left again.
	expect(time.waits.filter((ms) => ms > 0)).toEqual([200, 200]);
	expect(pylon.sim.requests.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});
