import { documents, textOf } from './documents';

/** The others have figures that tests have written, in the words of the tests. */
const pages = documents.filter((file) => !/proof|^bench|LICENSE/.test(file));

/** For people; the others are generated, or notes on sources. */
const guides = pages.filter((file) => !/coverage|versions|pylon-api-notes/.test(file));

/** What only a translation would say, and what nobody would look up. */
const FORBIDDEN: RegExp[] = [
	/\bshall\b/i,
	/\bputs? out\b/i,
	/\bcarr(?:y|ied|ying) (?:it )?out\b/i,
	/\bto sleep\b/i,
	/\byield(?:s|ed)?\b/i,
	/\blikewise\b/i,
	/\bwho lacks\b/i,
	/\bin the place of\b/i,
	/\bby expression\b/i,
	/\b(?:is|are|was|were) looked at\b/i,
	/\bof yours\b/i,
	/\bdoes have to\b/i,
	/(?<!\b(?:all|any|each|none) )\bof which\b/i,
	/\bfor ever\b/i,
	/\bby (?:it|them)sel(?:f|ves)\b/i,
	/\b(?:is|are|was|were) told\b/i,
	/\bis to (?:be|get|have)\b/i,
	/\bstands? (?:in|on|below|above|beside)\b/i,
	/\bthe same holds\b|\bholds (?:for|the|a)\b/i,
	/\b(?:is|are|was|were) answered (?:with )?`?\d/i,
	/\bwhere not (?:told|said) otherwise\b/i,
	/\bmend(?:s|ed)?\b/i,
	/\b(?:a|an) (?:a|an)\b/i,
	/\b(the|of|to|is|in|and|that) \1\b/i,
];

/** A page that explains one subject is short; longer ones are reference. */
const MOST_WORDS = 45;

const proseOf = (file: string): string =>
	textOf(file)
		.replaceAll(/<!-- (operations|checked|examples):[^]*?<!-- \/\1 -->/g, '')
		.replaceAll(/```[^]*?```/g, '')
		.replaceAll(/<!--[^]*?-->/g, '')
		.replaceAll(/`[^`\n]*`/g, 'x')
		.replaceAll(/\]\([^)]*\)/g, ']');

/** Sentences, with cells of tables and entries of lists as sentences of their own. */
const sentencesOf = (file: string): string[] =>
	proseOf(file)
		.split(/\n\s*\n|\n(?=\s*(?:[-*|#>]|\d+\.))|\|/)
		.flatMap((part) => part.split(/(?<=[.:;?!])\s+/))
		.map((sentence) => sentence.trim());

test('no page uses a phrase that only a translation would', () => {
	const found = pages.flatMap((file) =>
		sentencesOf(file).flatMap((sentence) =>
			FORBIDDEN.filter((pattern) => pattern.test(sentence)).map(
				(pattern) => `${file}: ${String(pattern)}: ${sentence}`,
			),
		),
	);
	expect(found).toEqual([]);
});

test(`no sentence has more than ${MOST_WORDS} words`, () => {
	const long = guides.flatMap((file) =>
		sentencesOf(file)
			.filter((sentence) => (sentence.match(/[\p{L}\p{N}'’-]+/gu) ?? []).length > MOST_WORDS)
			.map((sentence) => `${file}: ${sentence}`),
	);
	expect(long).toEqual([]);
});
