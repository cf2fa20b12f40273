import { isBlank, isBlankForModel, trimmed } from './blank';
import { checkText, readText } from './text';
import { shown, WrongInput } from './wrongInput';

/** Splits a list that is written as text. */
const split = (text: string): string[] => text.split(/[,;\n\r\u0085\u2028\u2029]/);

/** How a list is read. */
export interface ListOptions {
	/** Whether empty and repeated entries stay, since each belongs to an entry of another list of the same length. */
	aligned?: boolean;
	/** Splits a text into its entries. Default: at each comma, semicolon and line break. */
	splitText?: (text: string) => string[];
}

/** One entry of a list as Python prints it, with what follows it: `'a', "it's"` */
const PYTHON_ENTRY = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d+(?:\.\d+)?))\s*(,|$)/y;

/**
 * @param text between the square brackets
 * @returns the entries; undefined when that is no list of Python
 */
function fromPython(text: string): string[] | undefined {
	const entries: string[] = [];
	PYTHON_ENTRY.lastIndex = 0;
	while (PYTHON_ENTRY.lastIndex < text.length) {
		const found = PYTHON_ENTRY.exec(text);
		if (found === null) return undefined;
		const [, single, double, number = ''] = found;
		entries.push((single ?? double ?? number).replace(/\\(.)/g, '$1'));
	}
	return entries;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Reads a list that is written with its brackets. */
function fromBrackets(text: string, displayName: string): unknown[] {
	const list = parsed(text) ?? (text.endsWith(']') ? fromPython(text.slice(1, -1)) : undefined);
	if (Array.isArray(list)) return list;
	checkText(text, displayName);
	throw new WrongInput(
		`'${displayName}' starts like a list but is not valid JSON`,
		`It is ${shown(text)}. Write it as JSON, like ["vip", "billing"], or without brackets: vip, billing.`,
	);
}

/** @returns the entries of a list whose entries are all in quotes, `"vip", "billing"`; undefined for another text */
const fromQuotes = (text: string): string[] | undefined =>
	/^["']/.test(text) ? fromPython(text) : undefined;

/** @returns whether the text is an object, as JSON or as Python prints it */
const isObject = (text: string): boolean =>
	text.startsWith('{') &&
	((text.endsWith('}') && text.includes(':')) || typeof parsed(text) === 'object');

function entriesOf(
	value: unknown,
	displayName: string,
	splitText: (text: string) => string[],
): unknown[] {
	if (isBlank(value)) return [];
	if (Array.isArray(value)) return value;
	if (typeof value === 'number') return [value];
	if (typeof value === 'string') {
		const text = trimmed(value);
		if (text.startsWith('[')) return fromBrackets(text, displayName);
		if (!isObject(text)) return fromQuotes(text) ?? splitText(value);
	}
	throw new WrongInput(
		`'${displayName}' has to be a list`,
		`It is ${shown(value)}. Write its entries separated by commas, or use an expression that returns an array.`,
	);
}

/**
 * @param value the value of a list
 * @returns whether it is blank, or has entries that all are, as of the expression `{{ $json.a }}, {{ $json.b }}` for two
 * empty cells. A list without entries is not blank: it says that there are none.
 */
export function isBlankList(value: unknown): boolean {
	if (typeof value !== 'string') return isBlank(value) || hasOnlyBlanks(value);
	const text = trimmed(value);
	return isBlank(text) || hasOnlyBlanks(text.startsWith('[') ? parsed(text) : split(text));
}

/** Null is no entry, and `readList` refuses it. */
const hasOnlyBlanks = (list: unknown): boolean =>
	Array.isArray(list) &&
	list.length > 0 &&
	list.every((entry) => typeof entry === 'string' && isBlank(entry));

/**
 * Recognizes a list in which a model says nothing (see `isBlankForModel`). For tool calls only.
 * @param value the value of an argument
 * @returns whether it is an array, or one as JSON text, without entries or with nothing but a model's words for nothing
 */
export function isBlankListForModel(value: unknown): boolean {
	const text = typeof value === 'string' ? trimmed(value) : '';
	const list = text.startsWith('[') ? parsed(text) : value;
	return Array.isArray(list) && list.every(isBlankForModel);
}

/**
 * Reads a list in whichever form a user wrote it: an array, JSON text, or text separated by comma, semicolon or line.
 * @param value the value of the parameter; a list as Python prints it is read, too
 * @param displayName the parameter's display name
 * @param options see `ListOptions`
 * @returns its entries as text, without white space around them, each once; none where the value is blank
 * @throws WrongInput when the value or one of its entries is neither text nor number, or text that begins like a list and is
 * none
 */
export function readList(
	value: unknown,
	displayName: string,
	{ aligned = false, splitText = split }: ListOptions = {},
): string[] {
	const texts = entriesOf(value, displayName, splitText).map((entry: unknown) => {
		if (typeof entry === 'string' && isBlank(entry)) return '';
		if (typeof entry === 'string' || typeof entry === 'number') return readText(entry, displayName);
		throw new WrongInput(
			`'${displayName}' has an entry that is neither text nor number`,
			`It is ${shown(entry)}. If the array contains records, let the expression return their IDs, for example with .map(record => record.id).`,
		);
	});
	return aligned ? texts : [...new Set(texts.filter((text) => text !== ''))];
}
