/** What a test of this folder has measured. */
export interface Figure {
	what: string;
	figure: string;
	/** ISO date. */
	date: string;
	machine: string;
	versions?: string;
}

const BEGIN = '<!-- written by npm run test:queue -->';
const END = '<!-- end -->';

/**
 * @param page text of docs/proof.md
 * @param figures in their order
 * @returns the page with its table made anew
 */
export function renderFigures(page: string, figures: Figure[]): string {
	const before = page.slice(0, page.indexOf(BEGIN));
	const after = page.slice(page.indexOf(END));
	const rows = figures.map(
		({ what, figure, date, machine, versions }) =>
			`| ${what} | ${figure} | ${date}; ${[versions, machine].filter(Boolean).join('; ')} |`,
	);
	const table = ['| what | measured | when, with what |', '|---|---|---|', ...rows].join('\n');
	return `${before}${BEGIN}\n\n${table}\n\n${after}`;
}
