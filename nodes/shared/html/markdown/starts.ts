import { unescaped } from './addresses';
import type { Line } from './line';
import type { Code } from './nodes';

/** The mark of a list entry: `- `, `3. ` and their like. */
export interface ListMark {
	kind: 'list';
	sign: string;
	start?: number;
	/** Columns by which the entry's further lines are indented. */
	indent: number;
}

export type Start =
	| { kind: 'quote' }
	| ListMark
	| { kind: 'heading'; level: number; text: string }
	| { kind: 'rule' }
	| (Pick<Code, 'kind' | 'lines' | 'fence'> & { fence: object });

const HEADING = /^(#{1,6})(?:[ \t]+|$)/;
const FENCE = /^(`{3,}|~{3,})/;
const BULLET = /^([-+*])(?=[ \t]|$)/;
const NUMBER = /^(\d{1,9})([.)])(?=[ \t]|$)/;

/** Three or more of `-`, `*` or `_`, with or without space. Stops reading at the first character that does not fit. */
function isRule(text: string): boolean {
	const [sign] = text;
	if (sign !== '-' && sign !== '*' && sign !== '_') return false;
	let count = 0;
	for (const character of text) {
		if (character === sign) count++;
		else if (character !== ' ' && character !== '\t') return false;
	}
	return count > 2;
}

function headingOf(rest: string): Start | undefined {
	const [mark = '', signs = ''] = HEADING.exec(rest) ?? [];
	if (signs === '') return undefined;
	const text = rest.slice(mark.length).trim();
	const bare = withoutLast(text, '#');
	// `# C#` keeps its sign: closing signs come after a space.
	const isClosed = bare === '' || /[ \t]$/.test(bare);
	return { kind: 'heading', level: signs.length, text: isClosed ? bare.trim() : text };
}

function withoutLast(text: string, sign: string): string {
	let end = text.length;
	while (end > 0 && text[end - 1] === sign) end--;
	return text.slice(0, end);
}

function fenceOf(rest: string, indent: number): Start | undefined {
	const run = FENCE.exec(rest)?.[1];
	if (run === undefined) return undefined;
	const info = rest.slice(run.length).trim();
	if (run[0] === '`' && info.includes('`')) return undefined;
	return {
		kind: 'code',
		lines: [],
		fence: { sign: run.charAt(0), length: run.length, indent, info: unescaped(info) },
	};
}

function listMarkOf(line: Line, rest: string, inParagraph: boolean): ListMark | undefined {
	const bullet = BULLET.exec(rest);
	const number = bullet === null ? NUMBER.exec(rest) : null;
	const mark = (bullet ?? number)?.[0];
	if (mark === undefined) return undefined;
	const isEmpty = rest.length === mark.length || rest.slice(mark.length).trim() === '';
	// A line that happens to begin with a year and a full stop does not begin a list.
	if (inParagraph && (isEmpty || (number !== null && Number(number[1]) !== 1))) return undefined;
	const before = line.indent;
	line.takeSigns(mark.length);
	const space = isEmpty || line.indent > 4 ? 1 : line.indent;
	line.takeColumns(space);
	return {
		kind: 'list',
		sign: number?.[2] ?? mark,
		start: number === null ? undefined : Number(number[1]),
		indent: before + mark.length + space,
	};
}

/**
 * @param line with less than four columns of indentation, and without the marks of quotes and entries
 * @param inParagraph whether the line continues a paragraph if it begins nothing
 * @param mayNest whether a quote or list may begin
 * @returns the block that begins here; undefined when it is text
 */
export function startOf(line: Line, inParagraph: boolean, mayNest: boolean): Start | undefined {
	const { first } = line;
	if (first === '>') {
		if (!mayNest) return undefined;
		line.takeSigns(1);
		line.takeColumns(Math.min(1, line.indent));
		return { kind: 'quote' };
	}
	if (!/[#`~\-+*_0-9]/.test(first)) return undefined;
	const rest = line.rest.trimStart();
	if (first === '#') return headingOf(rest);
	if (first === '`' || first === '~') return fenceOf(rest, line.indent);
	if (isRule(rest)) return { kind: 'rule' };
	return mayNest ? listMarkOf(line, rest, inParagraph) : undefined;
}
