/** A block of a document. Lines are counted from 0, to see where blank lines are in between. */
interface Lined {
	firstLine: number;
	lastLine: number;
}

export interface Quote extends Lined {
	kind: 'quote';
	children: Block[];
}

export interface Item extends Lined {
	kind: 'item';
	children: Block[];
	/** Columns by which its content is indented. */
	indent: number;
}

export interface List extends Lined {
	kind: 'list';
	children: Item[];
	/** The number of the first entry; undefined for bullets. */
	start?: number;
	/** `-`, `+`, `*`, `.` or `)`: another one begins another list. */
	sign: string;
}

export interface Paragraph extends Lined {
	kind: 'paragraph';
	lines: string[];
}

export interface Code extends Lined {
	kind: 'code';
	lines: string[];
	/** Undefined for code that is marked by indentation. */
	fence?: { sign: string; length: number; indent: number; info: string };
}

export interface Table extends Lined {
	kind: 'table';
	/** For each column: `left`, `right`, `center`, or empty. */
	alignments: string[];
	rows: string[][];
}

export type Leaf =
	| Paragraph
	| Code
	| Table
	| (Lined & { kind: 'heading'; level: number; text: string })
	| (Lined & { kind: 'rule' });

export type Block = Quote | List | Leaf;

/** The document itself is like a quote without marks. */
export type Container = Quote | Item;

/** The targets of `[text][label]`, by normalised label. */
export type References = Map<string, { address: string; title: string }>;
