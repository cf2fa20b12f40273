// Writes jest's coverage as a table for the summary of a GitHub workflow: node coverageSummary.mjs coverage-summary.json
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const KINDS = ['lines', 'statements', 'branches', 'functions'];
const WORST = 10;

const { total, ...files } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const row = (cells) => `| ${cells.join(' | ')} |`;
const percents = (counts) => KINDS.map((kind) => `${counts[kind].pct} %`);
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const worst = Object.entries(files)
	.filter(([, counts]) => counts.branches.pct < 100)
	.sort(([, a], [, b]) => a.branches.pct - b.branches.pct)
	.slice(0, WORST)
	.map(([file, counts]) => [`\`${relative(process.cwd(), file)}\``, ...percents(counts)]);

console.log('## Coverage of nodes and credentials\n');
console.log(table(['', ...KINDS], [['all', ...percents(total)]]));
if (worst.length > 0) {
	console.log(`\n### The ${worst.length} files with the fewest branches covered\n`);
	console.log(table(['file', ...KINDS], worst));
}
