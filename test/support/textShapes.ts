import fc from 'fast-check';

/** A text of any length that somebody might send to keep a reader busy. */
export interface TextShape {
	name: string;
	/** @param length in characters; the text may be a little longer */
	make: (length: number) => string;
}

const BLOCKS = [
	'ul',
	'ol',
	'li',
	'blockquote',
	'table',
	'tr',
	'td',
	'th',
	'p',
	'div',
	'h1',
	'pre',
	'dl',
	'dd',
];
const INLINE = ['a', 'b', 'i', 'span', 'code', 'font'];
const UNREAD = ['script', 'style', 'title', '!--', '!doctype', '?xml'];

/** Everything that means something to a reader of HTML, as short as it gets. */
export const HTML_TOKENS = [
	...[
		'<',
		'<x',
		'</',
		'</x',
		'<>',
		'< ',
		'>',
		'&',
		'&#',
		'&#x',
		'&amp',
		'&amp;',
		'&#1;',
		';',
		'"',
		"'",
		'=',
		'="',
		"='",
		'@',
		'<a@b',
		'<a@b>',
	],
	...[
		'<!--',
		'-->',
		'<!-->',
		'--',
		'<!',
		'<?',
		'</>',
		'<http://a',
		'<http://a>',
		'<a href=',
		'<a href=x>',
		'<a href="',
		"<a href='",
	],
	...[
		'<img alt=',
		'<img alt="x">',
		'<img',
		'<p title="',
		'<p a=b c',
		'<ol start=9>',
		'<br>',
		'<br/>',
		'<hr>',
		'<script',
		'</script',
	],
	...[
		'x',
		' ',
		'\n',
		'\r\n',
		'\t',
		'\u00a0',
		'\u200b',
		'\u2028',
		'😀',
		'\ud83d',
		'x ',
		'<li>x',
		'<td>x',
		'<p>x',
		'<pre>\n',
		'<ul><li>x',
	],
	...[...BLOCKS, ...INLINE, ...UNREAD].map((tag) => `<${tag}>`),
	...[...BLOCKS, ...INLINE].map((tag) => `</${tag}>`),
];

/** The same for a reader of Markdown; HTML in it counts as text, and has to be recognised as such. */
export const MARKDOWN_TOKENS = [
	...[
		'*',
		'**',
		'***',
		'_',
		'__',
		'~',
		'~~',
		'`',
		'``',
		'```',
		'~~~',
		'\\',
		'\\\n',
		'!',
		'[',
		']',
		'(',
		')',
		'![',
		'](',
		'[]',
		'[](',
		'](x)',
	],
	...[
		'[a](',
		'[a](<',
		'[a](b "',
		'[a]: b\n',
		'[a]',
		'[a][',
		'<http://a',
		'<a@b',
		'http://a',
		'www.a.',
		'a@b.',
		'mailto:',
		'.',
		':',
		'|',
		'|-|\n',
	],
	...[
		'> ',
		'>',
		'- ',
		'* ',
		'+ ',
		'1. ',
		'1) ',
		'# ',
		'#',
		'=',
		'-',
		'\n',
		'\n\n',
		' \n',
		'  \n',
		'    ',
		'\t',
		' ',
		'x',
		'x ',
		'x\n',
		'\n  ',
	],
	...[
		'- x\n',
		'> x\n',
		'1. x\n',
		'- \n',
		'>\n',
		'***\n',
		'---\n',
		'===\n',
		'# x\n',
		'```\n',
		'    x\n',
		'|x|\n',
		'*x',
		'x*',
		'*x*',
		'_x_',
		'a**b',
	],
	...[
		'<',
		'<x',
		'</',
		'<!--',
		'&',
		'&amp;',
		'&#',
		'"',
		"'",
		'<br>',
		'😀',
		'\ud83d',
		'\u00a0',
		'\r',
	],
];

const times = (token: string, length: number) =>
	token.repeat(Math.max(1, Math.ceil(length / token.length)));

const closing = (token: string) => token.replace(/^<([a-z0-9]+)>$/, '</$1>');

/** Each of the tokens repeated, alone, opened and then closed, and in runs that grow. */
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

/** Two or three of the tokens: together again and again, all of one before all of the other, and one around the other. */
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
 * @param seed the same seed, the same shapes
 * @returns every token repeated, and some of them mixed
 */
export const textShapes = (tokens: readonly string[], count: number, seed: number): TextShape[] => [
	...repeated(tokens),
	...fc.sample(mixed(tokens), { numRuns: count, seed }),
];

/** @returns so many of the shapes, spread over all of them; the same seed, the same ones */
export const some = (shapes: TextShape[], count: number, seed: number): TextShape[] =>
	Array.from(
		{ length: Math.min(count, shapes.length) },
		(_, index) => shapes[(seed + Math.floor((index * shapes.length) / count)) % shapes.length],
	);
