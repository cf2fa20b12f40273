import { addAccounts, addContacts, type Fault } from '../../../../sandbox/pylon';
import { withLoopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';
import { errorOf, listContacts, runPylon } from './support/run';
import { withVirtualTime } from './support/virtualTime';

const pylon = withPylon({ seed: 'empty' });
withVirtualTime();
const loopback = withLoopback();

/** Adds contacts; gives back their ids as Pylon lists them: newest first. */
const contacts = (count: number) => addContacts(pylon.sim.state, count).reverse();
const idsOf = (items: Array<{ json: { id?: unknown } }>) => items.map(({ json }) => json.id);
const limited = (limit: unknown) => listContacts({ returnAll: false, limit: limit as number });
const queries = () => pylon.sim.requests.map(({ query }) => query);

describe("'Limit'", () => {
	test.each([[0], [-1], [1.5], [10_000_000], ['many'], [[10]], [100_001]])(
		'%j is refused before anything is sent',
		async (limit) => {
			const { error } = await runPylon(pylon.credentials, limited(limit));
			expect(error).toMatchObject({
				message: "'Limit' has to be a whole number from 1 to 100000",
				description: `It is ${JSON.stringify(limit)}. Change 'Limit', or switch on 'Return All'. Use filters to get fewer records.`,
			});
			expect(pylon.sim.requests).toEqual([]);
		},
	);

	test.each([[''], [null]])('%j is nothing, and refused, too', async (limit) => {
		const { error } = await runPylon(pylon.credentials, limited(limit));
		expect(error).toMatchObject({
			message: "'Limit' is empty",
			description: expect.stringContaining("Fill in 'Limit'"),
		});
		expect(pylon.sim.requests).toEqual([]);
	});

	test.each([
		// limit, records there, sizes asked for
		[1, 5, ['1']],
		['10', 30, ['10']],
		[998, 3000, ['998']],
		[999, 3000, ['999']],
		[1000, 3000, ['999', '1']],
		[1998, 3000, ['999', '999']],
		[2500, 3000, ['999', '999', '502']],
		[5, 3, ['5']],
		[999, 999, ['999']],
		[5000, 2000, ['999', '999', '999']],
	])('%j of %d records: pages of %j', async (limit, count, sizes) => {
		const ids = contacts(count);
		const { items, error } = await runPylon(pylon.credentials, limited(limit));
		expect(error).toBeUndefined();
		expect(idsOf(items)).toEqual(ids.slice(0, Number(limit)));
		expect(queries().map((query) => query.limit)).toEqual(sizes);
	});
});

describe("'Return All'", () => {
	test.each([
		[0, 1],
		[1, 1],
		[999, 1],
		[1000, 2],
		[2500, 3],
	])('%d records in %d requests', async (count, requests) => {
		const ids = contacts(count);
		const { items } = await runPylon(pylon.credentials, listContacts());
		expect(idsOf(items)).toEqual(ids);
		expect(pylon.sim.requests).toHaveLength(requests);
		for (const item of items) expect(item.pairedItem).toEqual({ item: 0 });
	});

	test('accounts too', async () => {
		const ids = addAccounts(pylon.sim.state, 1200);
		const { items } = await runPylon(pylon.credentials, {
			resource: 'account',
			operation: 'getAll',
			returnAll: true,
		});
		expect(idsOf(items).sort()).toEqual(ids.sort());
		expect(pylon.sim.requests).toHaveLength(2);
	});
});

test.each<[string, Fault[]]>([
	['an empty page in between', [{ kind: 'empty-page' }]],
	['the first record of a page once more', [{ kind: 'same-record' }]],
	['a try that did not succeed', [{ kind: 'status', status: 503 }]],
	['a page that breaks off', [{ kind: 'cut-off', how: 'content-length' }]],
	['a page that says to wait', [{ kind: 'rate-limited' }]],
])('%s changes nothing', async (_, faults) => {
	const ids = contacts(2500);
	for (const fault of faults) pylon.sim.faults.add({ ...fault, nth: [2] });
	const { items, error } = await runPylon(pylon.credentials, listContacts());
	expect(error).toBeUndefined();
	expect(idsOf(items)).toEqual(ids);
});

test('a record that comes again does not count for the limit', async () => {
	const ids = contacts(2500);
	pylon.sim.faults.add({ kind: 'same-record' });
	const { items } = await runPylon(pylon.credentials, limited(2100));
	expect(idsOf(items)).toEqual(ids.slice(0, 2100));
});

test.each<[string, Fault]>([
	['no pagination block', { kind: 'pagination', value: 'missing' }],
	['pagination: null', { kind: 'pagination', value: null }],
])('%s is the last page', async (_, fault) => {
	contacts(1500);
	pylon.sim.faults.add(fault);
	const { items } = await runPylon(pylon.credentials, listContacts());
	expect(items).toHaveLength(999);
	expect(pylon.sim.requests).toHaveLength(1);
});

test('data: null on a page is none', async () => {
	contacts(1500);
	pylon.sim.faults.add({ kind: 'data', value: null, nth: [1] });
	const { items } = await runPylon(pylon.credentials, listContacts());
	expect(items).toHaveLength(501);
});

test('a cursor that comes twice ends the list: half of it is not passed off as all', async () => {
	contacts(3000);
	pylon.sim.faults.add({ kind: 'repeated-cursor', nth: [2] });
	const { items } = await runPylon(pylon.credentials, listContacts(), [{}], {
		onError: 'continueRegularOutput',
	});
	expect(items.map(errorOf)).toEqual([
		{
			message: 'Pylon says that there are more records but sent the same cursor twice',
			description:
				'The list would be incomplete, so nothing is returned. Try again. If it happens again, report it to Pylon.',
		},
	]);
	expect(pylon.sim.requests).toHaveLength(2);
});

test('pages without end are given up', async () => {
	contacts(10);
	pylon.sim.faults.add({ kind: 'empty-page' });
	const { error } = await runPylon(pylon.credentials, listContacts());
	expect(error).toMatchObject({ message: 'Pylon sent 100 pages without a new record' });
	expect(pylon.sim.requests).toHaveLength(100);
});

/** A server whose every page has `size` records; `total` in all, or no end. */
async function pagesOf(size: number, total = Infinity, pagination?: object) {
	return await loopback.serve((request, response) => {
		const from = Number(new URL(request.url ?? '', 'http://x').searchParams.get('cursor') ?? 0);
		const data = Array.from({ length: Math.min(size, total - from) }, (_, index) => ({
			id: `c${from + index}`,
		}));
		const next = { cursor: String(from + size), has_next_page: from + size < total };
		const body = { data, pagination: pagination ?? next, request_id: 'r' };
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
	});
}

test('a record begins the count of pages without one anew', async () => {
	const { credentials } = await loopback.serve((request, response) => {
		const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('cursor') ?? 0);
		const data = page % 100 === 99 ? [{ id: `c${page}` }] : [];
		const pagination = { cursor: String(page + 1), has_next_page: page < 299 };
		const body = { data, pagination, request_id: 'r' };
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
	});
	const { items, error } = await runPylon(credentials, listContacts());
	expect(error).toBeUndefined();
	expect(idsOf(items)).toEqual(['c99', 'c199', 'c299']);
});

test('100,000 records are the most that n8n takes', async () => {
	const { credentials } = await pagesOf(50_000, 100_000);
	const { items, error } = await runPylon(credentials, listContacts());
	expect(error).toBeUndefined();
	expect(items).toHaveLength(100_000);
	expect(items[99_999]).toMatchObject({ json: { id: 'c99999' }, pairedItem: { item: 0 } });
});

test('more are refused, with advice', async () => {
	const { credentials, requests } = await pagesOf(50_000);
	const { items, error } = await runPylon(credentials, listContacts());
	expect(items).toEqual([]);
	expect(error).toMatchObject({
		message: 'There are more than 100000 records',
		description:
			'n8n cannot handle more for one input item. Use filters to get fewer records, or use one input item for each part of the list (for example, for each month).',
	});
	expect(requests).toHaveLength(3);
});

test.each([
	[{ has_next_page: true }],
	[{ has_next_page: true, cursor: null }],
	[{ has_next_page: true, cursor: '' }],
])('more records but no cursor: %j', async (pagination) => {
	const { credentials } = await pagesOf(2, 4, pagination);
	const { error } = await runPylon(credentials, listContacts());
	expect(error?.message).toBe('Pylon says that there are more records but sent no cursor');
});

test('a page with more records than asked for does not exceed the limit', async () => {
	const { credentials, requests } = await pagesOf(50);
	const { items } = await runPylon(credentials, limited(7));
	expect(idsOf(items)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
	expect(requests).toHaveLength(1);
});
