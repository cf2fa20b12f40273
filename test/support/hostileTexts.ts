import fc from 'fast-check';
import type { TextShape } from './textShapes';

/** One of every kind of character that patterns tell apart. */
const KINDS = [
	'a',
	'Z',
	'0',
	'_',
	' ',
	'\n',
	'\t',
	'\u00a0',
	'\u200b',
	'é',
	'😀',
	'\ud800',
	'-',
	'.',
	'/',
	'<',
	'&',
	'"',
];

/** Ends a text so that what has fitted so far fits no more. */
const MISMATCHES = ['!', '\n', '\u0000', 'a'];

const unescaped: Record<string, string> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' };

/**
 * Finds every character that stands in a pattern for itself.
 *
 * @param source of the pattern, without its slashes
 * @returns characters, each once
 */
function literalsOf(source: string): string[] {
	const plain = source
		.replace(/\\u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
		.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, (_, long?: string, short?: string) =>
			String.fromCharCode(parseInt(long ?? short ?? '', 16)),
		)
		.replace(/\\p\{[^}]*\}|\(\?(?:[:=!]|<[=!]?[^>]*>?)|\{\d+(?:,\d*)?\}/giu, '')
		.replace(/\\([^pPdDwWsSbBk0-9])/g, (_, letter: string) => unescaped[letter] ?? letter)
		.replace(/\\[pPdDwWsSbBk]/g, '');
	return [...new Set(plain)];
}

/** Words that stand in a pattern as they are, with the signs between their letters. */
const wordsOf = (source: string): string[] => [
	...(source.match(/[A-Za-z]{2,}/g) ?? []),
	...(source.match(/(?:[\w:@<>!-]|\\[./:?*+-])+/g) ?? []).map((word) => word.replace(/\\/g, '')),
];

const times = (part: string, length: number) => part.repeat(Math.ceil(length / part.length));

const named = (texts: string[]) => texts.map((text) => JSON.stringify(text)).join(' and ');

const flood = (part: string, end: string): TextShape => ({
	name: `${named([part])} repeated, then ${named([end])}`,
	make: (length) => times(part, length) + end,
});

const signsOf = (source: string): string[] => [...new Set([...literalsOf(source), ...KINDS])];

/**
 * Makes a flood of each of the characters of a pattern, and of every kind of character; each ends in one that does not
 * fit.
 *
 * @param source of the pattern, without its slashes
 * @returns texts of any length
 */
export const floodsOfSigns = (source: string): TextShape[] =>
	signsOf(source).map((sign, index) => {
		const ends = MISMATCHES.filter((end) => end !== sign);
		return flood(sign, ends[index % ends.length]);
	});

/**
 * Makes floods of each of the words of a pattern, and of the same words without their last letters. They get farther
 * into it.
 *
 * @param source of the pattern, without its slashes
 * @returns texts of any length
 */
export const floodsOfWords = (source: string): TextShape[] => {
	const words = wordsOf(source);
	const nearMisses = words.map((word) => word.slice(0, -1)).filter((word) => word !== '');
	return [...new Set([...words, ...nearMisses])].flatMap((word) =>
		MISMATCHES.map((end) => flood(word, end)),
	);
};

/**
 * Makes longer texts that are to keep a pattern busy: all its floods one after the other, and two parts of it together
 * or in turn.
 *
 * @param source of the pattern, without its slashes
 * @param count how many texts of two parts
 * @param seed the same seed gives the same texts
 * @returns texts of any length
 */
export function mixtures(source: string, count: number, seed: number): TextShape[] {
	const parts = [...new Set([...signsOf(source), ...wordsOf(source)])];
	const all = (end: string): TextShape => ({
		name: `a flood of each part, each ending in ${named([end])}`,
		make: (length) => parts.map((part) => times(part, length / parts.length) + end).join(''),
	});
	const part = fc.constantFrom(...parts);
	const pairs = fc
		.sample(fc.tuple(part, part, fc.constantFrom(...MISMATCHES), fc.boolean()), {
			numRuns: count,
			seed,
		})
		.map(([one, other, end, together]): TextShape => ({
			name: `${named([one, other])} ${together ? 'together' : 'in turn'}, then ${named([end])}`,
			make: (length) =>
				(together
					? times(one + other, length)
					: times(one, length / 2) + times(other, length / 2)) + end,
		}));
	return [all(''), all('!'), ...pairs];
}
