import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from './checks';
import { type Column, type Outcome, toPage } from './table';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'versions.md'), 'utf8');

const cellsOf = (line: string): string[] =>
	line
		.split(/(?<!\\)\|/)
		.slice(1, -1)
		.map((cell) => cell.trim());

const rows = page.split('\n').filter((line) => line.startsWith('|'));

/** The reason that the page gives for an outcome that is not a yes. */
function reasonOf(id: string, n8n: string): string {
	const lines = page.split('\n').filter((line) => line.startsWith(`- ${id}, `));
	const found = lines.map((line) => /\(([\d., ]+)\): (.+)$/.exec(line));
	return found.find((match) => match?.[1].split(', ').includes(n8n))?.[2] ?? 'no reason given';
}

function outcomeOf(id: string, n8n: string, cell: string): Outcome {
	if (cell === 'yes') return { result: 'yes' };
	return { result: cell === 'n.a.' ? 'n.a.' : 'no', reason: reasonOf(id, n8n) };
}

/** The outcomes that the page holds. */
function columnsOf(): Column[] {
	const versions = rows.map(cellsOf).filter(([n8n, node]) => /^\d/.test(n8n) && /^v\d/.test(node));
	const outcomes = rows.map(cellsOf).filter(([id]) => /^[a-z]\d+$/.test(id));
	return versions.map(([n8n, node], index) => ({
		n8n,
		node,
		outcomes: new Map(
			outcomes.map(([id, , ...cells]) => [id, outcomeOf(id, n8n, cells[index])] as const),
		),
	}));
}

test('docs/versions.md is what npm run test:versions -- --write writes: it has an outcome of every check of today', () => {
	const [date] = /\d{4}-\d\d-\d\d/.exec(page) ?? [''];
	const columns = columnsOf();
	expect(columns.length).toBeGreaterThan(1);
	expect(page).toBe(toPage(date, checks, columns));
});
