import fc from 'fast-check';
import { addAccounts, addContacts, addIssues, seedIds } from '../../../sandbox/pylon';
import { RecordStore } from '../../../sandbox/pylon/stores/recordStore';
import { paginate } from '../../../sandbox/pylon/pagination';
import { expectRefusal, withPylon, type Json } from './support';

const bench = withPylon({ seed: 'empty' });
const idsOf = (records: Json[]) => records.map((record) => record.id);

test.each([1, 7, 100, 999])('pages of %i give every record once, newest first', async (limit) => {
	const ids = addContacts(bench().sim.state, limit === 1 ? 20 : 250);
	expect(idsOf(await bench().all(`/contacts?limit=${limit}`))).toEqual([...ids].reverse());
});

test('100 records a page unless told otherwise; the last page has no pagination', async () => {
	addContacts(bench().sim.state, 100);
	const first = await bench().get('/contacts');
	expect(first.body.data).toHaveLength(100);
	expect(first.body).not.toHaveProperty('pagination');
	addContacts(bench().sim.state, 1);
	const { pagination } = (await bench().get('/contacts')).body;
	expect(pagination).toEqual({ cursor: expect.any(String), has_next_page: true });
});

test('accounts without a limit all come on one page', async () => {
	const ids = addAccounts(bench().sim.state, 110);
	const { body } = await bench().get('/accounts');
	expect(idsOf(body.data as unknown as Json[]).sort()).toEqual([...ids].sort());
	expect(body).not.toHaveProperty('pagination');
});

test.each(['0', '-1', '1000', '1.5', 'many', ''])(
	'a page size of "%s" is refused',
	async (limit) => {
		expectRefusal(await bench().get(`/contacts?limit=${limit}`), 400, 'limit: must be');
	},
);

test('searches page by the body, and a cursor belongs to its filter', async () => {
	const { sim } = bench();
	addContacts(sim.state, 30);
	const filter = { field: 'name', operator: 'string_contains', value: '1' };
	const found: Json[] = [];
	let cursor: string | undefined;
	do {
		const { body } = await bench().call('POST', '/contacts/search', { filter, limit: 5, cursor });
		found.push(...(body.data as unknown as Json[]));
		expect(found.length).toBeLessThanOrEqual(30);
		cursor = body.pagination?.cursor;
	} while (cursor);
	expect(found.map((contact) => contact.name)).toEqual(
		[
			30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7,
			6, 5, 4, 3, 2, 1,
		]
			.filter((n) => String(n).includes('1'))
			.map((n) => `Contact ${n}`),
	);
	const first = await bench().call('POST', '/contacts/search', { filter, limit: 5 });
	const without = await bench().call('POST', '/contacts/search', {
		cursor: first.body.pagination.cursor,
		limit: 5,
	});
	expectRefusal(without, 400, 'cursor: belongs to a query with other parameters');
	expectRefusal(
		await bench().get('/contacts?cursor=nonsense'),
		400,
		'cursor: not a cursor of this API',
	);
	expectRefusal(
		await bench().get(`/accounts?cursor=${Buffer.from('5').toString('base64url')}`),
		400,
		'cursor: not a cursor of this API',
	);
});

test('records that come and go between two pages shift nothing', async () => {
	const { sim } = bench();
	const ids = addContacts(sim.state, 20).reverse();
	const first = await bench().get('/contacts?limit=10');
	addContacts(sim.state, 3);
	sim.state.contacts.delete(ids[9]);
	sim.state.contacts.delete(ids[2]);
	const second = await bench().get(`/contacts?limit=10&cursor=${first.body.pagination.cursor}`);
	expect(idsOf(second.body.data as unknown as Json[])).toEqual(ids.slice(10));
});

describe('GET /issues', () => {
	const now = Date.parse('2026-11-20T12:00:00.000Z');
	const day = 86_400_000;
	const iso = (ms: number) => new Date(ms).toISOString();
	const list = (start: number, end: number, more = '') =>
		bench().get(`/issues?start_time=${iso(start)}&end_time=${iso(end)}${more}`);

	test('gives what was created within the window, newest first, 20,000 a page', async () => {
		const ids = addIssues(bench().sim.state, 90, now, day);
		const { data, pagination } = (await list(now - 10 * day, now - 5 * day)).body;
		expect(idsOf(data as unknown as Json[])).toEqual(ids.slice(5, 11));
		expect(pagination).toBeUndefined();
		expect((await list(now - 10 * day, now, '&limit=0')).body.data).toHaveLength(11);
		const paged = await bench().all(
			`/issues?start_time=${iso(now - 20 * day)}&end_time=${iso(now)}&limit=4`,
		);
		expect(idsOf(paged)).toEqual(ids.slice(0, 21));
	});

	test('takes at most 30 days, both bounds, in order and with an offset', async () => {
		expect((await list(now - 30 * day, now)).status).toBe(200);
		expectRefusal(
			await list(now - 30 * day - 1, now),
			400,
			'end_time: the window must not be longer than 30 days',
		);
		expectRefusal(await list(now, now - 1), 400, 'end_time: lies before start_time');
		expectRefusal(await bench().get(`/issues?start_time=${iso(now)}`), 400, 'end_time is required');
		expectRefusal(
			await bench().get('/issues?start_time=2026-11-01&end_time=2026-11-02'),
			400,
			'start_time: must match format "date-time"',
		);
		expectRefusal(await list(now - day, now, '&limit=20001'), 400, 'limit: must be <= 20000');
	});
});

describe('GET /issues with other bounds', () => {
	const other = withPylon({ seed: 'empty', issueWindow: { maxDays: 365, endInclusive: false } });
	test('365 days, the end left out', async () => {
		const now = Date.parse('2026-11-20T12:00:00.000Z');
		addIssues(other().sim.state, 3, now, 86_400_000);
		const start = new Date(now - 365 * 86_400_000).toISOString();
		const { data } = (
			await other().get(`/issues?start_time=${start}&end_time=${new Date(now).toISOString()}`)
		).body;
		expect(data).toHaveLength(2);
	});
});

test('messages: all without limit, oldest first; by 100 with a cursor alone', async () => {
	const { state } = bench().sim;
	const [issue] = addIssues(state, 1);
	const [first] = state.messages.values();
	for (let index = 0; index < 249; index++) {
		const id = state.newId('message');
		state.messages.set(id, {
			...first,
			id,
			created_at: new Date(Date.parse(first.created_at) + index + 1).toISOString(),
		});
	}
	const path = `/issues/${issue}/messages`;
	const all = idsOf((await bench().get(path)).body.data as unknown as Json[]);
	expect(all).toEqual([...state.messages.keys()]);
	expect(idsOf(await bench().all(`${path}?limit=60`))).toEqual(all);
	const page = await bench().get(`${path}?limit=50`);
	const next = await bench().get(`${path}?cursor=${page.body.pagination.cursor}`);
	expect(idsOf(next.body.data as unknown as Json[])).toEqual(all.slice(50, 150));
	expectRefusal(await bench().get(`${path}?limit=1001`), 400, 'limit: must be <= 1000');
	expectRefusal(
		await bench().get(`/issues/${seedIds.issues.globex}/messages`),
		404,
		'Issue not found!',
	);
});

test('a store pages like a sorted array, whatever was stored, changed and deleted', () => {
	const record = fc.record({
		id: fc.integer({ min: 0, max: 15 }).map(String),
		time: fc.integer({ min: 0, max: 5 }),
		isDeleted: fc.boolean(),
	});
	fc.assert(
		fc.property(
			fc.array(record, { maxLength: 40 }),
			fc.integer({ min: 1, max: 6 }),
			fc.boolean(),
			(steps, limit, oldestFirst) => {
				const store = new RecordStore<{ id: string; created_at: string }>();
				const expected = new Map<string, number>();
				for (const { id, time, isDeleted } of steps) {
					if (isDeleted) {
						expect(store.delete(id)).toBe(expected.delete(id));
					} else {
						store.set(id, { id, created_at: new Date(time * 1000).toISOString() });
						expected.set(id, time);
					}
				}
				const order = [...expected.keys()]
					.reverse()
					.sort((a, b) => (expected.get(b) as number) - (expected.get(a) as number));
				const seen: string[] = [];
				let cursor: string | undefined;
				do {
					const page = paginate({ store, limit, cursor, oldestFirst, query: 'q' }, ({ id }) => id);
					seen.push(...(page.data ?? []));
					expect(seen.length).toBeLessThanOrEqual(order.length);
					cursor = page.pagination?.cursor;
				} while (cursor);
				expect(seen).toEqual(oldestFirst ? order.reverse() : order);
			},
		),
	);
});
