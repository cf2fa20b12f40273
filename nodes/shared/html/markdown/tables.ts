import type { Table } from './nodes';

/** Far more columns than anybody reads; a line of a million `|` is no table. */
const MOST_COLUMNS = 200;

const DELIMITER = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/**
 * @param line of a table
 * @returns its cells, with `\|` in them as `|`
 */
export function cellsOf(line: string): string[] {
	const cells: string[] = [];
	let cell = '';
	const text = line.trim();
	for (let index = text.startsWith('|') ? 1 : 0; index < text.length; index++) {
		if (text[index] === '\\' && text[index + 1] === '|') {
			cell += '|';
			index++;
		} else if (text[index] === '|') {
			cells.push(cell.trim());
			cell = '';
		} else cell += text[index];
	}
	if (cell.trim() !== '' || !text.endsWith('|')) cells.push(cell.trim());
	return cells;
}

/** @param cell of the line of dashes: it has one at least */
function alignmentOf(cell: string): string {
	if (cell.startsWith(':')) return cell.endsWith(':') ? 'center' : 'left';
	return cell.endsWith(':') ? 'right' : '';
}

/**
 * @param header the line before
 * @param line a line that may be `|---|:-:|`
 * @returns the table that both begin; undefined when they begin none
 */
export function tableOf(
	header: string,
	line: string,
): Pick<Table, 'alignments' | 'rows'> | undefined {
	if (!line.includes('|') || !DELIMITER.test(line.trim())) return undefined;
	const alignments = cellsOf(line).map(alignmentOf);
	const cells = cellsOf(header);
	return alignments.length === cells.length && cells.length <= MOST_COLUMNS
		? { alignments, rows: [cells] }
		: undefined;
}
