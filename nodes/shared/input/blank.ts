/**
 * White space, and characters that take no room on a screen, so that people copy them along without knowing: soft hyphen,
 * joiners, marks of the writing direction, byte order mark
 * (https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point), the empty character of Braille, and control
 * characters, with which old systems fill up their columns.
 */
const ALL_BLANK = /^[\s\u2800\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u;

/** Those that take no room, without the ones that shape an emoji: variation selectors and tags. */
const INVISIBLE =
	'(?![\\uFE00-\\uFE0F\\u{E0000}-\\u{E0FFF}])[\\u2800\\p{Default_Ignorable_Code_Point}]';

const OUTER = new RegExp(`^(?:[\\s\\p{Cc}]|${INVISIBLE})$`, 'u');
const ANYWHERE = new RegExp(INVISIBLE, 'gu');

/** What AI models write when they have nothing to say. */
const WORDS_FOR_NOTHING = new Set(['null', 'none', 'undefined', 'n/a']);

/**
 * Decides what counts as nothing, for every parameter.
 * @param value the value of a parameter
 * @returns whether it is undefined, null, or text of nothing but white space and invisible characters. An empty list is a
 * list.
 */
export const isBlank = (value: unknown): value is '' | null | undefined =>
	value === undefined || value === null || (typeof value === 'string' && ALL_BLANK.test(value));

/**
 * Recognizes a model's words for nothing: a model has to give every argument of a tool, even where it has nothing to say.
 * For tool calls only; elsewhere `None` may be a name.
 * @param value the value of an argument
 * @returns whether it is blank, or one of these words in upper or lower case
 */
export const isBlankForModel = (value: unknown): boolean =>
	isBlank(value) ||
	(typeof value === 'string' && WORDS_FOR_NOTHING.has(trimmed(value).toLowerCase()));

/**
 * @param text that identifies something, such as a name
 * @returns the text without white space and invisible characters at its ends; inside they may mean something (emoji,
 * Persian)
 */
export function trimmed(text: string): string {
	// A loop, since a pattern that ends in `$` tries every run of white space within a long text.
	let [start, end] = [0, text.length];
	while (start < end && OUTER.test(text.charAt(start))) start += 1;
	while (end > start && OUTER.test(text.charAt(end - 1))) end -= 1;
	return text.slice(start, end);
}

/**
 * @param text that only has letters, digits and plain punctuation, such as an email address, an ID or a phone number
 * @returns the text without any invisible character, and without white space at its ends
 */
export const visible = (text: string): string => trimmed(text.replace(ANYWHERE, ''));
