import type { FaultRule } from '../../../sandbox/pylon';
import { withPylon } from '../../support/pylon';
import { lineAbout, runLive } from './support';

const pylon = withPylon();

/** No operation reads one of these by its ID, so that only the list differs. */
const record = { id: 'type-1', label: 'Visit', slug: 'visit' };

const CASES: Array<[string, unknown, string]> = [
	['an unknown field', [{ ...record, shade: 'SECRET' }], 'differs: unknown: data[].shade'],
	[
		"an unknown field whose name may be a customer's",
		[{ ...record, 'ada@example.com': 1 }],
		'differs: unknown: data[].(odd name)',
	],
	[
		'the same in every record is said once',
		[
			{ ...record, shade: 1 },
			{ ...record, shade: 2 },
		],
		'differs: unknown: data[].shade',
	],
	['a missing ID', [{ label: 'SECRET', slug: 'visit' }], 'differs: data[].id is missing'],
	['another type', [{ ...record, label: 17 }], 'differs: data[].label must be string, is number'],
	['no list', { ...record }, 'differs: data must be array, is object'],
	['nothing instead of a list', null, 'as assumed (no record to look at)'],
];

test.each(CASES)('%s', async (_, value, expected) => {
	pylon.sim.faults.add({ kind: 'data', operationId: 'getActivityTypes', value });
	const run = await runLive(pylon.sim);
	expect(lineAbout(run, 'GET', '/activity-types')).toBe(`200 ${expected}`);
	expect(run.code).toBe(expected.startsWith('differs') ? 1 : 0);
	expect(run.output + run.file).not.toMatch(/SECRET|ada@/);
});

test('a field within a map is named without the key, which a customer chose', async () => {
	const account = {
		id: 'a',
		custom_fields: { 'plan of Ada': { slug: 'plan of Ada', value: 5, weight: 1 } },
	};
	pylon.sim.faults.add({ kind: 'data', operationId: 'getAccount', value: account });
	const run = await runLive(pylon.sim);
	const line =
		'200 differs: data.custom_fields.*.value must be string, is number; unknown: data.custom_fields.*.weight';
	expect(lineAbout(run, 'GET', '/accounts/{id}')).toBe(line);
	expect(run.output + run.file).not.toContain('plan of Ada');
});

test('fields that no record had are told apart from those that are missing', async () => {
	pylon.sim.faults.add({
		kind: 'data',
		operationId: 'getActivityTypes',
		value: [{ id: 'type-1', label: 'Visit' }],
	});
	const { json, code } = await runLive(pylon.sim);
	const types = json.findings.find(({ path }) => path === '/activity-types');
	expect(types).toMatchObject({
		verdict: 'as assumed',
		notSeen: expect.arrayContaining(['data[].slug']),
	});
	expect(code).toBe(0);
});

const LISTS: Array<[string, FaultRule, string]> = [
	[
		'more records than the limit',
		{ kind: 'data', value: [{ id: 'a' }, { id: 'b' }] },
		'differs: a limit of 1 brought more records',
	],
	['a web page', { kind: 'html', status: 200 }, 'differs: a web page instead of JSON'],
	['JSON that ends early', { kind: 'cut-off' }, 'differs: unreadable text instead of JSON'],
	['nothing', { kind: 'empty-body' }, 'differs: an empty body instead of JSON'],
];

test.each(LISTS)('%s', async (_, fault, expected) => {
	pylon.sim.faults.add({ ...fault, operationId: 'searchContacts' });
	const run = await runLive(pylon.sim);
	expect(lineAbout(run, 'POST', '/contacts/search')).toBe(`200 ${expected}`);
	expect(run.code).toBe(1);
});

test('what became of the pagination block is counted', async () => {
	pylon.sim.faults.add({ kind: 'pagination', operationId: 'getTeams', value: 'missing' });
	pylon.sim.faults.add({ kind: 'pagination', operationId: 'searchContacts', value: null });
	const { output, json } = await runLive(pylon.sim);
	expect(output).toMatch(/^Pagination block: .*Rate-limit headers: x-rate-limit-remaining\.$/m);
	for (const count of [/more to come \d+/, /missing \d+/, /null 1\b/])
		expect(output).toMatch(new RegExp(`^Pagination block: .*${count.source}`, 'm'));
	expect(json.findings.find(({ path }) => path === '/teams')).toMatchObject({ paging: 'missing' });
});
