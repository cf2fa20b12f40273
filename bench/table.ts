/** What one benchmark found. */
export interface Finding {
	title: string;
	columns: string[];
	rows: Array<Array<string | number>>;
	/** Each target with the figure, and whether it was reached. */
	wanted: Array<{ what: string; reached: boolean }>;
	/** How long it took to find out. */
	seconds?: number;
}

const cell = (value: string | number): string =>
	typeof value === 'number' ? (Number.isInteger(value) ? String(value) : value.toFixed(2)) : value;

/**
 * @param finding of one benchmark
 * @returns a Markdown table with its verdicts
 */
export function toMarkdown({ title, columns, rows, wanted, seconds }: Finding): string {
	const texts = [columns, ...rows.map((row) => row.map(cell))];
	const widths = columns.map((_, index) => Math.max(...texts.map((row) => row[index].length)));
	const line = (row: string[]) =>
		`| ${row.map((text, index) => text.padEnd(widths[index])).join(' | ')} |`;
	return [
		`## ${title}`,
		'',
		line(texts[0]),
		`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
		...texts.slice(1).map(line),
		'',
		...wanted.map(({ what, reached }) => `- ${reached ? 'reached' : 'NOT reached'}: ${what}`),
		...(seconds === undefined ? [] : [`- took ${Math.round(seconds)} s`]),
		'',
	].join('\n');
}
