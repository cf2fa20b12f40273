/** What came of a check in one version. */
export type Outcome = { result: 'yes' } | { result: 'no' | 'n.a.'; reason: string };

/** One version's outcomes. */
export interface Column {
	/** Full version of n8n, e.g. 2.41.1. */
	n8n: string;
	/** Full version of the Node that ran it, e.g. v24.21.0. */
	node: string;
	/** By the check's id. */
	outcomes: ReadonlyMap<string, Outcome>;
}

/** A row of the table. */
export interface Row {
	id: string;
	title: string;
}

/** Makes one line of a reason, and keeps a table's cells apart. */
const inline = (text: string): string => text.replace(/\s+/g, ' ').replace(/\|/g, '\\|').trim();

const cell = (outcome: Outcome | undefined): string => {
	if (outcome === undefined) return '';
	return outcome.result === 'no' ? '**no**' : outcome.result;
};

/**
 * @param rows every check, in order
 * @param columns every version, in order
 * @returns a Markdown table of version and check; a cell without an outcome is empty
 */
export function toTable(rows: readonly Row[], columns: readonly Column[]): string {
	const lines = [
		['', 'check', ...columns.map(({ n8n }) => n8n)],
		['---', '---', ...columns.map(() => '---')],
		...rows.map(({ id, title }) => [
			id,
			inline(title),
			...columns.map(({ outcomes }) => cell(outcomes.get(id))),
		]),
	];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * @param rows see `toTable`
 * @param columns see `toTable`
 * @param result which outcomes
 * @returns a list of the cells with that outcome: check, versions and reason; versions with the same reason share a line
 */
export function reasonsOf(
	rows: readonly Row[],
	columns: readonly Column[],
	result: 'no' | 'n.a.',
): string {
	const lines = rows.flatMap(({ id, title }) => {
		const versions = new Map<string, string[]>();
		for (const { n8n, outcomes } of columns) {
			const outcome = outcomes.get(id);
			if (outcome?.result !== result) continue;
			const reason = inline(outcome.reason);
			versions.set(reason, [...(versions.get(reason) ?? []), n8n]);
		}
		return [...versions].map(
			([reason, names]) => `- ${id}, ${inline(title)} (${names.join(', ')}): ${reason}`,
		);
	});
	return lines.join('\n');
}

/**
 * @param columns one for each version
 * @param result the outcome to be counted
 * @returns how many cells have it
 */
export function count(columns: readonly Column[], result: Outcome['result']): number {
	return columns
		.flatMap(({ outcomes }) => [...outcomes.values()])
		.filter((outcome) => outcome.result === result).length;
}

/**
 * @param date of the run, YYYY-MM-DD
 * @param rows see `toTable`
 * @param columns see `toTable`
 * @returns the page `docs/versions.md`
 */
export function toPage(date: string, rows: readonly Row[], columns: readonly Column[]): string {
	const parts = [
		'# Versions of n8n',
		`These checks install the packed package in a real n8n of each version, and control it through the REST API that n8n's editor uses, against the simulated Pylon of this repository. Run on ${date} by \`npm run test:versions -- --write\`, which writes this page.`,
		`| n8n | Node |\n| --- | --- |\n${columns.map(({ n8n, node }) => `| ${n8n} | ${node} |`).join('\n')}`,
		'## Checks',
		toTable(rows, columns),
		...sectionOf('Not applicable', reasonsOf(rows, columns, 'n.a.')),
		...sectionOf('Failed checks', reasonsOf(rows, columns, 'no')),
		'## How to run it',
		[
			'`npm run test:versions` tests all versions, one after the other. `npm run test:versions -- 2.0 2.41` tests some of them, and `--checks=r1,r2` runs some of the checks. The command fails if a cell is "no".',
			"Each n8n is installed once, from its own lock file (`test/versions/n8n-*`; the newest from `sandbox/n8n`), into the user's cache folder (`~/.cache/n8n-nodes-pylon`, about 3 GB each), with the Node version that it needs. Its database driver is compiled meanwhile, once for all versions that need the same one. This takes several minutes for each version, and needs a compiler (on Debian: `apt-get install -y build-essential python3`). The checks of one version take a few minutes.",
			'`PYLON_N8N=1.123 npm run test:e2e -- test/e2e/examples.test.ts` runs all example workflows in that version. GitHub does this every night for every version.',
			"Versions of n8n before 2.41 depend on a package from a web address (`xlsx`); their lock files use the one from npm instead. n8n 2.20 is installed with the `zod` version that it pins: with the newer one that npm would choose, the model gets the package's tool without its arguments.",
		].join('\n\n'),
	];
	return `${parts.join('\n\n')}\n`;
}

const sectionOf = (title: string, text: string): string[] =>
	text === '' ? [] : [`## ${title}`, text];
