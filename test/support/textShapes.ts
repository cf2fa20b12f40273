import fc from 'fast-check';

/** A text of any length that somebody might send to keep a reader busy. */
export interface TextShape {
	name: string;
	/** @param length in characters; the text may be a little longer */
	make: (length: number) => string;
}

const times = (token: string, length: number) =>
	token.repeat(Math.max(1, Math.ceil(length / token.length)));

const closing = (token: string) => token.replace(/^<([a-z0-9]+)>$/, '</$1>');

/**
 * Makes shapes of each of the tokens: repeated, alone, opened and then closed, and in runs that grow.
 *
 * @param tokens e.g. `<b>`
 * @returns four shapes for each token
 */
export const repeated = (tokens: readonly string[]): TextShape[] =>
	tokens.flatMap((token) => [
		{ name: `${JSON.stringify(token)} repeated`, make: (length) => times(token, length) },
		{
			name: `${JSON.stringify(token)} repeated, then >`,
			make: (length) => `${times(token, length)}>`,
		},
		{
			name: `${JSON.stringify(token)} opened, then closed`,
			make: (length) => `${times(token, length / 2)}x${times(closing(token), length / 2)}`,
		},
		{
			name: `${JSON.stringify(token)} in runs that grow`,
			make: (length) => {
				const runs: string[] = [];
				for (let run = 1, made = 0; made < length; run++)
					made += runs.push(token.repeat(run)) && run * token.length + 1;
				return runs.join(' ');
			},
		},
	]);

/**
 * Makes shapes of two or three of the tokens: together again and again, all of one before all of the other, and one
 * around the other.
 *
 * @param tokens e.g. `<b>`
 * @returns what makes such shapes at random
 */
export const mixed = (tokens: readonly string[]): fc.Arbitrary<TextShape> =>
	fc
		.tuple(
			fc.array(fc.constantFrom(...tokens), { minLength: 2, maxLength: 3 }),
			fc.constantFrom('together', 'in turn', 'around', 'behind'),
		)
		.map(([parts, how]) => ({
			name: `${parts.map((part) => JSON.stringify(part)).join(' and ')} ${how}`,
			make: (length) => {
				const [first, ...rest] = parts;
				const share = length / parts.length;
				if (how === 'together') return times(parts.join(''), length);
				if (how === 'in turn') return parts.map((part) => times(part, share)).join('');
				if (how === 'around')
					return times(first, share) + rest.join('') + times(closing(first), length - share);
				return rest.join('') + times(first, length);
			},
		}));

/**
 * @param tokens that shapes are made of
 * @param count of the mixed ones
 * @param seed the same seed gives the same shapes
 * @returns every token repeated, and some of them mixed
 */
export const textShapes = (tokens: readonly string[], count: number, seed: number): TextShape[] => [
	...repeated(tokens),
	...fc.sample(mixed(tokens), { numRuns: count, seed }),
];

/**
 * @param shapes to choose from
 * @param count how many; all when there are fewer
 * @param seed the same seed gives the same ones
 * @returns shapes from all over the list
 */
export const some = (shapes: TextShape[], count: number, seed: number): TextShape[] =>
	Array.from(
		{ length: Math.min(count, shapes.length) },
		(_, index) => shapes[(seed + Math.floor((index * shapes.length) / count)) % shapes.length],
	);
