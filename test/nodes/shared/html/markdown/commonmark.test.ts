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

describe('the examples of CommonMark', () => {
	test('there are all of them', () => {
		expect(tests.length).toBeGreaterThan(600);
	});

	test.each(tests.map(({ number, section, markdown }) => [number, section, markdown] as const))(
		'%d, %s',
		(number, _, markdown) => {
			const ours = renderMarkdown(markdown, everything);
			const theirs = library.render(markdown).trimEnd();
			if (number in DIFFERENT) expect(ours).not.toBe(theirs);
			else expect(ours).toBe(theirs);
		},
	);
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
])('like the library: %j', (markdown) => {
	expect(renderMarkdown(markdown, everything)).toBe(library.render(markdown).trimEnd());
});
