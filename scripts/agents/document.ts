import { resources } from '../../nodes/Pylon/operations';
import type { Effect } from '../../nodes/Pylon/run/effect';

/** The list stands between these in `docs/ai-agents.md`; the rest of the page is written by hand. */
const BEGIN =
	'<!-- `npm run docs:agents` generates this list from the field `effect` of each operation. Do not edit it. -->';
const END = '<!-- End of the generated list. -->';

const HEADINGS: Record<Effect, string> = {
	reads: 'Reads',
	writesInternally: 'Writes internally',
	reachesCustomers: 'Reaches customers',
	cannotBeUndone: 'Cannot be undone',
};

function rowsOf(effect: Effect): string[] {
	const rows = resources.flatMap(({ name, operations }) => {
		const own = operations
			.filter((operation) => operation.effect === effect)
			.map((one) => one.name);
		return own.length === 0 ? [] : [`| ${name} | ${own.sort().join(', ')} |`];
	});
	return rows.sort();
}

function sectionOf([effect, heading]: [string, string]): string {
	const count = resources
		.flatMap(({ operations }) => operations)
		.filter((one) => one.effect === effect).length;
	return `### ${heading} (${count})

| Resource | Operations |
| --- | --- |
${rowsOf(effect as Effect).join('\n')}
`;
}

/**
 * Writes the list of all operations, by what they do, into its page.
 *
 * @param page `docs/ai-agents.md` as it is
 * @returns the page with the list as it has to be
 * @throws Error when the page has no place for the list
 */
export function agentsDocument(page: string): string {
	const [before, rest] = page.split(BEGIN);
	const after = rest?.split(END)[1];
	if (after === undefined)
		throw new Error(`docs/ai-agents.md lacks the lines "${BEGIN}" and "${END}"`);
	const list = Object.entries(HEADINGS).map(sectionOf).join('\n');
	return `${before}${BEGIN}\n\n${list}\n${END}${after}`;
}
