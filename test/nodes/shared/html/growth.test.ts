import { htmlToText } from '../../../../nodes/shared/html/htmlToText';
import { markdownToHtml } from '../../../../nodes/shared/html/markdown/markdownToHtml';
import { growthFault, growthFaults } from '../../../support/growth';
import { TEXT_READERS } from '../../../support/textGrowth';
import { some, textShapes } from '../../../support/textShapes';

/** The same shapes each time; `npm run test:soak` goes on with others. */
const SEED = 20261127;

describe('time grows with the text, whatever it is', () => {
	// Of the others, some: they read by means of these two.
	const counts: Record<string, number> = { htmlToText: 30, markdownToHtml: 25 };

	test.each(Object.entries(TEXT_READERS))('%s', (name, { read, tokens }) => {
		expect(
			growthFaults(read, some(textShapes(tokens, 400, SEED), counts[name] ?? 6, SEED)),
		).toEqual([]);
	});

	// Each of these was once a square, or is one in readers that are less careful.
	test.each<[string, (text: string) => unknown, string]>([
		['an address that is a tag', htmlToText, '<a'],
		['signs that are no tags', htmlToText, '< '],
		['quotes that close one another', htmlToText, '<p title="<pre>\n="'],
		['lists in lists', htmlToText, '<ul><li>x'],
		['links that do not end', markdownToHtml, '[a](<b'],
		['brackets', markdownToHtml, '[a]['],
		['pictures in pictures', markdownToHtml, '![a'],
		['signs that find no partner', markdownToHtml, 'a**b_c '],
		['entries in entries', markdownToHtml, '1. '],
		['definitions', markdownToHtml, '[a]: b "\n'],
		['rows', markdownToHtml, '|a\n|-\n'],
	])('%s', (name, read, token) => {
		expect(
			growthFault(read, { name, make: (length) => `${token.repeat(length / token.length)}>` }),
		).toBeUndefined();
	});

	test('a square is found, and in seconds', () => {
		const square = (text: string) => {
			let count = 0;
			for (let from = 0; from < text.length; from++)
				for (let index = from; index < text.length; index += 8) count += text.charCodeAt(index);
			return count;
		};
		expect(growthFault(square, { name: 'square', make: (length) => 'a'.repeat(length) })).toMatch(
			/^square: \d+ ms for \d+ characters/,
		);
	});
});

describe('what comes out grows with the text, too', () => {
	test.each([
		['htmlToText', htmlToText, 15],
		['markdownToHtml', markdownToHtml, 15],
	] as const)('%s', (name, read, times) => {
		for (const { make } of some(textShapes(TEXT_READERS[name].tokens, 400, SEED), 200, SEED)) {
			const text = make(10_000);
			expect(read(text).length).toBeLessThanOrEqual(times * text.length + 100);
		}
	});
});
