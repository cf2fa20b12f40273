import { Faults } from '../../../sandbox/pylon/faults';
import { type Json } from './support';
import { bench, path, raw } from './rawAnswers';

describe('which requests are struck', () => {
	const run = async (count: number, method = 'GET', target = path) => {
		const statuses: number[] = [];
		for (let call = 0; call < count; call++)
			statuses.push(
				(await raw(method, target, method === 'GET' ? undefined : {})).status as number,
			);
		return statuses;
	};

	test('the nth ones, every nth one', async () => {
		bench().sim.faults.add({ kind: 'status', status: 500, nth: [1, 3] });
		expect(await run(4)).toEqual([500, 200, 500, 200]);
		bench().sim.faults.clear();
		bench().sim.faults.add({ kind: 'status', status: 500, every: 2 });
		expect(await run(4)).toEqual([200, 500, 200, 500]);
	});

	test('those of an operation or method', async () => {
		bench().sim.faults.add({ kind: 'status', status: 500, operationId: 'getContact', nth: [1] });
		expect(await run(1, 'PATCH')).toEqual([200]);
		expect(await run(2)).toEqual([500, 200]);
		bench().sim.faults.add({ kind: 'status', status: 502, method: 'patch' });
		expect([...(await run(1, 'PATCH')), ...(await run(1))]).toEqual([502, 200]);
	});

	test('a share of them, the same ones from the same seed', () => {
		const runs = [7, 7, 8].map((seed) => {
			const faults = new Faults();
			faults.add({ kind: 'status', status: 500, probability: 0.5, seed });
			return Array.from(
				{ length: 40 },
				() => faults.strike({ operationId: 'a', method: 'GET', canonical: '/' }).length,
			);
		});
		expect(runs[0]).toEqual(runs[1]);
		expect(runs[0]).not.toEqual(runs[2]);
		expect(runs[0].filter((struck) => struck > 0).length).toBeGreaterThan(8);
	});

	test('rules are listed and taken back one by one', async () => {
		const { faults } = bench().sim;
		const id = faults.add({ kind: 'status', status: 500 });
		faults.add({ kind: 'status', status: 502 });
		expect(faults.list()).toHaveLength(2);
		faults.remove(id);
		expect(await run(1)).toEqual([502]);
	});
});

describe('pages', () => {
	const page = async (query = 'limit=5') => (await bench().get(`/contacts?${query}`)).body;
	const idsOf = (body: Json) => (body.data as unknown as Json[]).map((contact) => contact.id);

	test('a cursor that repeats', async () => {
		bench().sim.faults.add({ kind: 'repeated-cursor' });
		const first = await page();
		const second = await page(`limit=5&cursor=${first.pagination.cursor}`);
		expect(second.pagination).toEqual({ cursor: first.pagination.cursor, has_next_page: true });
		expect(idsOf(await page(`limit=5&cursor=${second.pagination.cursor}`))).toEqual(idsOf(second));
	});

	test('empty pages in between lose no record and have cursors of their own', async () => {
		const all = idsOf((await bench().get('/contacts?limit=999')).body);
		bench().sim.faults.add({ kind: 'empty-page', nth: [1, 3, 4] });
		const seen: string[] = [];
		const cursors: string[] = [];
		let query = 'limit=6';
		for (;;) {
			const body = await page(query);
			seen.push(...idsOf(body));
			if (!body.pagination) break;
			cursors.push(body.pagination.cursor);
			query = `limit=6&cursor=${body.pagination.cursor}`;
		}
		expect(seen).toEqual(all);
		expect(new Set(cursors).size).toBe(cursors.length);
		expect(cursors).toHaveLength(6);
	});

	test('the same record on two pages', async () => {
		bench().sim.faults.add({ kind: 'same-record', nth: [2] });
		const first = await page();
		const second = await page(`limit=5&cursor=${first.pagination.cursor}`);
		expect(idsOf(second)).toHaveLength(5);
		expect(idsOf(second)[0]).toBe(idsOf(first)[4]);
		const rest = await page(`limit=99&cursor=${second.pagination.cursor}`);
		expect(new Set([...idsOf(first), ...idsOf(second), ...idsOf(rest)]).size).toBe(20);
	});

	test.each<[Json | null]>([[null], [{} as Json], ['text' as unknown as Json]])(
		'data is %j',
		async (value) => {
			bench().sim.faults.add({ kind: 'data', value });
			expect(JSON.parse((await raw('GET', '/contacts?limit=5')).text as string)).toMatchObject({
				data: value,
				pagination: { has_next_page: true },
			});
		},
	);

	test('a pagination block that is missing or null', async () => {
		bench().sim.faults.add({ kind: 'pagination', value: 'missing', nth: [1] });
		expect(JSON.parse((await raw('GET', '/contacts?limit=5')).text as string)).not.toHaveProperty(
			'pagination',
		);
		bench().sim.faults.clear();
		bench().sim.faults.add({ kind: 'pagination', value: null });
		expect(JSON.parse((await raw('GET', '/contacts?limit=5')).text as string)).toHaveProperty(
			'pagination',
			null,
		);
		expect(JSON.parse((await raw('GET', '/me')).text as string)).not.toHaveProperty('pagination');
	});
});

test('a request that is refused stays refused under a fault that spoils answers', async () => {
	bench().sim.faults.add({ kind: 'data', value: null });
	const answer = await raw('POST', '/contacts', {});
	expect(answer.status).toBe(400);
	expect(bench().sim.requests[0].processed).toBe(false);
});

test('faults strike after the token and the limits', async () => {
	bench().sim.faults.add({ kind: 'status', status: 500 });
	expect((await bench().get('/me', { token: 'x' })).status).toBe(401);
	bench().sim.limits.set({ perMinute: 0 });
	expect((await bench().get('/me')).status).toBe(429);
	bench().sim.limits.set(false);
	expect((await bench().get('/me')).status).toBe(500);
});
