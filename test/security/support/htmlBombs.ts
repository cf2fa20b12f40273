import { HTML_TOKENS } from '../../support/textTokens';
import { some, type TextShape, textShapes } from '../../support/textShapes';
import { SEED } from './size';

const MB = 1_000_000;

/** Lengths of the bodies, by turns. */
const LENGTHS = [MB, 2 * MB, 5 * MB];

const times = (token: string) => (length: number) => token.repeat(Math.ceil(length / token.length));

/** What has broken readers of HTML before. */
const NAMED: TextShape[] = [
	{ name: 'lists in lists', make: times('<ul><li>x') },
	{ name: 'divisions in divisions', make: times('<div>') },
	{ name: 'quotes in quotes', make: times('<blockquote>x') },
	{ name: 'tables in tables', make: times('<table><tr><td>') },
	{ name: 'links in links', make: times('<a href="https://a.example">x') },
	{ name: 'one huge attribute', make: (length) => `<p title="${'x'.repeat(length)}">x</p>` },
	{ name: 'an attribute without an end', make: (length) => `<p title="${'x'.repeat(length)}` },
	{ name: 'many attributes', make: (length) => `<p${times(' a="b"')(length)}>x</p>` },
	{ name: 'many entities', make: times('&amp;&lt;&#65;&#x1F600;&nbsp;') },
	{ name: 'entities without an end', make: times('&#') },
	{ name: 'comments without an end', make: times('<!--') },
	{ name: 'tags without an end', make: times('<a') },
	{ name: 'signs that are no tags', make: times('< ') },
	{ name: 'scripts without an end', make: times('<script>') },
	{ name: 'addresses', make: times('<a@b') },
	{ name: 'pre-formatted lines', make: times('<pre>\n') },
];

/** HTML that is made to keep its reader busy. */
export interface HtmlBomb {
	name: string;
	html: string;
}

/**
 * @param count of the bombs
 * @returns the named ones first, then such as a seed makes of everything that means something to a reader of HTML; 1, 2 and
 * 5 MB by turns
 */
export function* htmlBombs(count: number): Generator<HtmlBomb> {
	const drawn = some(textShapes(HTML_TOKENS, 400, SEED), Math.max(1, count - NAMED.length), SEED);
	for (const [index, { name, make }] of [...NAMED, ...drawn].slice(0, count).entries()) {
		const length = LENGTHS[index % LENGTHS.length];
		yield { name: `${name}, ${length / MB} MB`, html: make(length) };
	}
}

/**
 * Makes a harmless text, to compare with.
 *
 * @param length in characters; it may be a little longer
 * @returns HTML
 */
export const harmless = (length: number): string => times('<p>Hello, how are you?</p>\n')(length);
