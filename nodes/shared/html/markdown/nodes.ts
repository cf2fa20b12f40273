/** A block of a document. Lines are counted from 0, to see where blank ones stand in between. */
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
	/** Columns that its content is indented by. */
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
	/** Undefined for code that is indented. */
	fence?: { sign: string; length: number; indent: number; info: string };
}

export interface Table extends Lined {
	kind: 'table';
	/** Of each column: `left`, `right`, `center` or nothing. */
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

/** Where `[text][label]` points to, by normalised label. */
export type References = Map<string, { address: string; title: string }>;
