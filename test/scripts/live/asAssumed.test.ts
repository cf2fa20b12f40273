import { reads } from '../../../scripts/live/requests';
import { withPylon } from '../../support/pylon';
import { lineAbout, runLive } from './support';

const pylon = withPylon();

/** Every text within a value that is more than one plain word: names, addresses, IDs, times. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return /\W/.test(value) ? [value] : [];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The records that the simulated Pylon gave out. */
async function recordsGiven(): Promise<unknown[]> {
	const { sim } = pylon;
	return await Promise.all(
		[...sim.requests].map(async ({ method, path, query, body }) => {
			const search = new URLSearchParams(query as Record<string, string>).toString();
			const response = await fetch(`${sim.url}${path}?${search}`, {
				method,
				headers: { authorization: `Bearer ${sim.tokens.us}`, 'content-type': 'application/json' },
				body: method === 'POST' ? JSON.stringify(body) : undefined,
			});
			return ((await response.json()) as { data: unknown }).data;
		}),
	);
}

test('all is as assumed: exit code 0, every read asked for, and nothing but reads', async () => {
	const run = await runLive(pylon.sim);
	expect(run.output).toMatch(/Requests: (\d+), of these \1 as assumed\./);
	expect(run.code).toBe(0);
	expect(run.json.findings.filter(({ verdict }) => verdict !== 'as assumed')).toEqual([]);

	const { requests } = pylon.sim;
	expect(
		requests.map(
			({ method, path }) => method === 'GET' || (method === 'POST' && path.endsWith('/search')),
		),
	).not.toContain(false);
	expect(requests.map(({ status }) => status)).toEqual(requests.map(() => 200));
	const skipped = run.json.skipped.map(({ method, path }) => `${method} ${path}`);
	expect(skipped.sort()).toEqual([
		'GET /custom-objects/{type}',
		'GET /custom-objects/{type}/{id}',
		'GET /milestones/{id}',
		'POST /custom-objects/{type}/search',
	]);
	const asked = new Set(requests.map(({ operationId }) => operationId));
	const wanted = reads.filter(({ method, path }) => !skipped.includes(`${method} ${path}`));
	expect([...asked].sort()).toEqual(wanted.map(({ operationId }) => operationId).sort());
});

test('one at a time, one record each, issues of a week, custom fields of every kind of record', async () => {
	await runLive(pylon.sim);
	const { requests } = pylon.sim;
	expect(pylon.sim.maxInFlight()).toBe(1);
	const of = (id: string) => requests.filter(({ operationId }) => operationId === id);
	expect(of('searchContacts').map(({ body }) => body)).toEqual([{ limit: 1 }]);
	expect(of('getContacts').map(({ query }) => query)).toEqual([{ limit: '1' }]);
	expect(of('getTags').map(({ query }) => query)).toEqual([{}]);
	const [{ query }] = of('getIssues');
	expect(query).toEqual({
		limit: '1',
		start_time: expect.any(String),
		end_time: expect.any(String),
	});
	expect(Date.parse(query.end_time as string) - Date.parse(query.start_time as string)).toBe(
		7 * 86_400_000,
	);
	const types = of('getCustomFields').map((request) => request.query.object_type);
	expect(types).toEqual([
		'account',
		'issue',
		'contact',
		'task',
		'project',
		'meeting',
		'opportunity',
	]);
});

test('neither the token nor a value of a record is shown or written', async () => {
	const { output, file } = await runLive(pylon.sim);
	const texts = new Set(textsIn(await recordsGiven()));
	expect(texts.size).toBeGreaterThan(100);
	expect(
		[...texts, pylon.sim.tokens.us].filter((text) => output.includes(text) || file.includes(text)),
	).toEqual([]);
});

test('a workspace without records: the lists are as assumed, and it says how little that is', async () => {
	for (const operationId of ['getContacts', 'searchContacts'])
		pylon.sim.faults.add({ kind: 'data', operationId, value: [] });
	const run = await runLive(pylon.sim);
	expect(lineAbout(run, 'GET', '/contacts')).toBe('200 as assumed (no record to look at)');
	expect(run.output).toContain(
		'Not checked: GET  /contacts/{id} (no record came to take an ID from)',
	);
	expect(pylon.sim.countOf('getContact')).toBe(0);
	expect(run.code).toBe(0);
});
