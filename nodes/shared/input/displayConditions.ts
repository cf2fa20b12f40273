import type { DisplayCondition } from 'n8n-workflow';

/** Sorts behind every text with the same beginning. */
const LAST = '\uffff';

/**
 * Makes a condition of `displayOptions` as a comparison of texts. n8n evaluates it for every item and with every reading of
 * a credential, even without a value: `startsWith` then throws before n8n 2.20, and `regex` throws when a busy machine takes
 * longer than 250 ms for it (n8n-workflow 2.41, `safe-regex.js`).
 * @param beginning at least one character
 * @returns a condition that holds for texts with that beginning
 */
export const beginsWith = (beginning: string): DisplayCondition =>
	between(beginning, last(beginning));

/**
 * @param from the first text, in the order of UTF-16
 * @param to the last text; a longer text that begins with it is not included
 * @returns a condition that holds for texts from the first to the last
 */
export const between = (from: string, to: string): DisplayCondition => ({
	_cnd: { between: { from, to } },
});

/**
 * @param beginning at least one character
 * @returns the last text that sorts before all texts with that beginning
 */
export const before = (beginning: string): string =>
	`${beginning.slice(0, -1)}${String.fromCharCode(beginning.charCodeAt(beginning.length - 1) - 1)}${LAST}`;

/**
 * @param beginning at least one character
 * @returns the first text that sorts after all texts with that beginning
 */
export const after = (beginning: string): string =>
	`${beginning.slice(0, -1)}${String.fromCharCode(beginning.charCodeAt(beginning.length - 1) + 1)}`;

/**
 * @param beginning at least one character
 * @returns the last text with that beginning
 */
export const last = (beginning: string): string => `${beginning}${LAST}`;

/**
 * @param beginnings none of them may begin another one
 * @returns conditions of which one holds for a text that has none of these beginnings, and is not blank
 */
export function beginsWithNoneOf(beginnings: string[]): DisplayCondition[] {
	const sorted = [...beginnings].sort();
	const ends = sorted.map(before);
	return ['!', ...sorted.map(after)].map((from, index) => between(from, ends[index] ?? LAST));
}
