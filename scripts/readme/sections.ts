import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiOperations } from '../coverage/api';
import { nodeOperations } from '../coverage/node';
import { offering } from '../coverage/offered';
import { pageOf } from './repository';

const root = join(__dirname, '..', '..');

/** `.ci/run` ends with an error when fewer tests pass than the README promises. */
const TESTS_PROMISED = 9000;

const table = (rows: string[][]): string =>
	rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/**
 * Reads docs/versions.md.
 *
 * @returns the versions of n8n, and how many cells of the table say yes, no or n.a.
 */
export function versionsTried(): { versions: string[]; yes: number; no: number; na: number } {
	const text = readFileSync(join(root, 'docs', 'versions.md'), 'utf8');
	const rows = text
		.split('\n')
		.filter((line) => /^\| (?:[a-z]\d+)? ?\|/.test(line))
		.map((line) => line.split('|').map((cell) => cell.trim()));
	const [head, ...checks] = rows;
	const cells = checks.flatMap((row) => row.slice(3, -1));
	const count = (word: string) => cells.filter((cell) => cell === word).length;
	return {
		versions: head.slice(3, -1),
		yes: count('yes'),
		no: count('no'),
		na: count('n.a.'),
	};
}

/** How many answers of the live API are kept as fixtures. */
const recordings = (): number =>
	readdirSync(join(root, 'test', 'fixtures', 'recorded')).filter((name) => name.endsWith('.json'))
		.length;

/** What the package was checked against. */
function checked(): string {
	const reached = apiOperations.filter((api) => offering(api).length > 0).length;
	const { versions, yes, no, na } = versionsTried();
	const minor = versions.map((version) => version.split('.').slice(0, 2).join('.'));
	return table([
		['Checked against', 'Result'],
		['---', '---'],
		[
			"Pylon's documented API",
			`${reached} of ${apiOperations.length} API operations covered by ${nodeOperations.length} operations of the node ([list](${pageOf('docs/coverage.md')}))`,
		],
		[
			'n8n',
			`${minor.join(', ')}: ${yes} checks passed, ${no} failed, ${na} not applicable ([table](${pageOf('docs/versions.md')}))`,
		],
		[
			'Tests',
			`more than ${TESTS_PROMISED.toLocaleString('en')} tests, on n8n's own engine and in a real n8n with a browser ([how](${pageOf('CONTRIBUTING.md#tests')}))`,
		],
		[
			'Recorded responses',
			`${recordings()} responses of the live API, published by a third party ([which](${pageOf('test/fixtures/recorded/README.md')}))`,
		],
		[
			'The live API',
			`**Not yet: no API token was available.** All tests run against a simulated Pylon that is part of this repository. If you have a token, \`npm run live\` shows what differs ([how](${pageOf('docs/live-check.md')}))`,
		],
	]);
}

/** Every resource with its operations; those with a single operation share the last row. */
function operations(): string {
	const byResource = new Map<string, string[]>();
	for (const { names } of nodeOperations) {
		byResource.set(names.resource, [...(byResource.get(names.resource) ?? []), names.operation]);
	}
	const all = [...byResource];
	const single = all.filter(([, names]) => names.length === 1);
	return table([
		['Resource', 'Operations'],
		['---', '---'],
		...all
			.filter(([, names]) => names.length > 1)
			.map(([name, names]) => [`**${name}**`, names.join(', ')]),
		[
			'One operation each',
			single.map(([name, [operation]]) => `**${name}**: ${operation}`).join(' · '),
		],
	]);
}

/** The example workflows that the table of use cases does not have, each by the title of its page. */
function examples(readme: string): string {
	const folder = join(root, 'examples');
	const links = readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.map((name) => `examples/${name.replace(/\.json$/, '.md')}`)
		.filter((page) => !readme.split('<!-- examples:')[0].includes(pageOf(page)))
		.map((page) => {
			const [, title] = /^# (.+)$/m.exec(readFileSync(join(root, page), 'utf8')) ?? [];
			return `[${title}](${pageOf(page)})`;
		});
	return `More examples: ${links.join(' · ')}.`;
}

const SECTIONS: Record<string, (readme: string) => string> = { examples, checked, operations };

/**
 * Fills in the generated sections of README.md.
 * @param readme its text
 * @returns the text with each section as it has to be
 * @throws Error when a section's marks are missing
 */
export function withSections(readme: string): string {
	return Object.entries(SECTIONS).reduce((text, [name, make]) => {
		const [begin, end] = [`<!-- ${name}: made by npm run docs:readme -->`, `<!-- /${name} -->`];
		const [from, to] = [text.indexOf(begin), text.indexOf(end)];
		if (from < 0 || to < from) throw new Error(`README.md has no section "${name}"`);
		return `${text.slice(0, from + begin.length)}\n\n${make(readme)}\n\n${text.slice(to)}`;
	}, readme);
}
