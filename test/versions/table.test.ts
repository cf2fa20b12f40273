import { type Column, count, type Outcome, reasonsOf, toPage, toTable } from './table';

const rows = [
	{ id: 'r1', title: '429 once: waited for' },
	{ id: 'r2', title: 'This | that' },
	{ id: 'i1', title: 'Tool' },
];

const column = (n8n: string, outcomes: Record<string, Outcome>): Column => ({
	n8n,
	node: 'v22.0.0',
	outcomes: new Map(Object.entries(outcomes)),
});
const yes: Outcome = { result: 'yes' };
const no = (reason: string): Outcome => ({ result: 'no', reason });
const notApplicable = (reason: string): Outcome => ({ result: 'n.a.', reason });

const columns = [
	column('1.123.0', {
		r1: no('It did\n  not wait | at all'),
		r2: yes,
		i1: notApplicable('No tools'),
	}),
	column('2.0.0', { r1: no('It did not wait | at all'), r2: no('Other'), i1: yes }),
	column('2.41.0', { r1: yes, r2: yes }),
];

test('the table has a row for each check and a column for each version; what was not tried is empty', () => {
	expect(toTable(rows, columns)).toBe(
		[
			'|  | check | 1.123.0 | 2.0.0 | 2.41.0 |',
			'| --- | --- | --- | --- | --- |',
			'| r1 | 429 once: waited for | **no** | **no** | yes |',
			'| r2 | This \\| that | yes | **no** | yes |',
			'| i1 | Tool | n.a. | yes |  |',
		].join('\n'),
	);
});

test('reasons stand on one line each, with the versions that share them', () => {
	expect(reasonsOf(rows, columns, 'no')).toBe(
		[
			'- r1, 429 once: waited for (1.123.0, 2.0.0): It did not wait \\| at all',
			'- r2, This \\| that (2.0.0): Other',
		].join('\n'),
	);
	expect(reasonsOf(rows, columns, 'n.a.')).toBe('- i1, Tool (1.123.0): No tools');
	expect(reasonsOf(rows, [columns[2]], 'no')).toBe('');
});

test('cells are counted', () => {
	expect(count(columns, 'yes')).toBe(4);
	expect(count(columns, 'no')).toBe(3);
	expect(count(columns, 'n.a.')).toBe(1);
	expect(count([], 'no')).toBe(0);
});

test('the page has the date, each n8n with its Node, the table, and reasons only where there are some', () => {
	const page = toPage('2026-11-27', rows, columns);
	expect(page).toContain('Run on 2026-11-27');
	expect(page).toContain('| 2.41.0 | v22.0.0 |');
	expect(page).toContain(toTable(rows, columns));
	expect(page).toContain('## Failed checks\n\n- r1');
	expect(page).toContain('## Not applicable\n\n- i1');
	const good = toPage('2026-11-27', rows, [columns[2]]);
	expect(good).not.toContain('Failed checks');
	expect(good).not.toContain('Not applicable');
	expect(good).toMatch(/npm run test:versions/);
});
