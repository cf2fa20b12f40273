import { tests } from 'commonmark-spec';
import MarkdownIt from 'markdown-it';

import { renderMarkdown } from '../../../../../nodes/shared/html/markdown/markdownToHtml';

/**
 * The examples of CommonMark's specification (https://spec.commonmark.org/0.31.2/), each rendered by markdown-it and by
 * us. markdown-it is set as we are: line breaks stay, HTML is shown. Its own rule for addresses, and ours, are switched
 * off, since the examples link to `/url` and the like.
 */
const library = new MarkdownIt({ html: false, breaks: true });
library.validateLink = () => true;

const everything = { isSafeAddress: () => true, isSafeImage: () => true, bareLinks: false };

/** What differs, by the number of the example, and why. A difference that is gone has to go from this list too. */
const DIFFERENT: Record<number, string> = {
	25: 'We know the entities that mail programs and editors write, not all 2,125 of HTML; others are shown as they are.',
};

/** The specification prints a tab as an arrow. */
const examples = tests.map(({ number, section, markdown }) => ({
	number,
	section,
	markdown: markdown.replaceAll('→', '\t'),
}));

describe('the examples of CommonMark', () => {
	test('there are all of them', () => {
		expect(examples.length).toBeGreaterThan(600);
		expect(examples.some(({ markdown }) => markdown.includes('\t'))).toBe(true);
	});

	test.each(examples)('$number, $section', ({ number, markdown }) => {
		const ours = renderMarkdown(markdown, everything);
		const theirs = library.render(markdown).trimEnd();
		if (number in DIFFERENT) expect(ours).not.toBe(theirs);
		else expect(ours).toBe(theirs);
	});
});

/** What CommonMark has not, but the library. */
test.each([
	'~~gone~~ and ~~ not ~~, a~~b~~c, ~one~ **~~both~~**',
	'| a | b |\n|---|:-:|\n| 1 | *2* |\n| `x` | [l](https://a.example) |\n\nafter',
	'a | b\n:- | -:\n1 | 2 \\| 3',
	'- | a |\n  |---|\n  | 1 |\n- b',
	'> | a |\n> |---|\nout',
	'| a |\n| --- |\n# heading',
	'no | table\njust text',
	'a\n-',
	'a\n:-',
	'| a |\n|---|---|\n| 1 | 2 |',
	'| a |\n|---|\n| 1 | 2 |',
	'a | b | c\n:-: | - | :-\n1 | 2 | 3',
	'-\tone\n\n    two',
	'1.\tone\n\n\ttwo',
	'**x *y z_ w* v** _q_',
	`[a](https://x.example/${'('.repeat(32)}${')'.repeat(32)})`,
	'[a](https://x.example/(b "t")',
	'[a](https://x.example (t(u))',
	'[a](<https://x.example>"t")',
	'[a](https://x.example/100%) and [b](https://x.example/%41)',
])('like the library: %j', (markdown) => {
	expect(renderMarkdown(markdown, everything)).toBe(library.render(markdown).trimEnd());
});
