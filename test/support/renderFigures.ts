/** What a test has measured. */
export interface Figure {
	what: string;
	figure: string;
	/** ISO date. */
	date: string;
	machine: string;
	versions?: string;
}

/** The commands whose figures docs/proof.md has. */
export type Measuring = 'test:queue' | 'test:security' | 'test:soak';

const END = '<!-- end -->';

/**
 * @param page text of docs/proof.md
 * @param command what has measured
 * @param figures in their order
 * @returns the page with the table of that command made anew
 */
export function renderFigures(page: string, command: Measuring, figures: Figure[]): string {
	const begin = `<!-- written by npm run ${command} -->`;
	const from = page.indexOf(begin);
	const before = page.slice(0, from);
	const after = page.slice(page.indexOf(END, from));
	const rows = figures.map(
		({ what, figure, date, machine, versions }) =>
			`| ${what} | ${figure} | ${date}; ${[versions, machine].filter(Boolean).join('; ')} |`,
	);
	const table = ['| what | measured | when, with what |', '|---|---|---|', ...rows].join('\n');
	return `${before}${begin}\n\n${table}\n\n${after}`;
}
