import type { DisplayCondition } from 'n8n-workflow';

/** Sorts behind every text that has the same beginning. */
const LAST = '\uffff';

/**
 * A condition of `displayOptions` for texts with a beginning, as a comparison of texts. n8n evaluates it for every item and
 * with every reading of a credential, also without a value: `startsWith` then throws before n8n 2.20, and `regex` throws
 * when a busy machine takes longer than 250 ms for it (n8n-workflow 2.41, `safe-regex.js`).
 */
export const beginsWith = (beginning: string): DisplayCondition =>
	between(beginning, last(beginning));

/** The same for texts from one to another, both included; what begins with the second is not. */
export const between = (from: string, to: string): DisplayCondition => ({
	_cnd: { between: { from, to } },
});

/** @returns the last text that sorts before all that begin with `beginning` */
export const before = (beginning: string): string =>
	`${beginning.slice(0, -1)}${String.fromCharCode(beginning.charCodeAt(beginning.length - 1) - 1)}${LAST}`;

/** @returns the first text that sorts after all that begin with `beginning` */
export const after = (beginning: string): string =>
	`${beginning.slice(0, -1)}${String.fromCharCode(beginning.charCodeAt(beginning.length - 1) + 1)}`;

/** @returns the last text that begins with `beginning` */
export const last = (beginning: string): string => `${beginning}${LAST}`;

/**
 * @param beginnings none of which begins another one
 * @returns conditions of which one holds for a text that begins with none of them, and is not blank
 */
export function beginsWithNoneOf(beginnings: string[]): DisplayCondition[] {
	const sorted = [...beginnings].sort();
	const ends = [...sorted.map(before), LAST];
	return ['!', ...sorted.map(after)].map((from, index) => between(from, ends[index]));
}
