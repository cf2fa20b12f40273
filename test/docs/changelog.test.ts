import { exampleNames } from '../e2e/support/examplePage';
import { textOf } from './documents';

const text = textOf('CHANGELOG.md');

/** Of https://keepachangelog.com/en/1.1.0/, in their order. */
const KINDS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

/** Its versions, each with the text below. */
const versions = text
	.split(/^## /m)
	.slice(1)
	.map((section) => {
		const [heading, ...lines] = section.split('\n');
		return { heading, body: lines.join('\n') };
	});

test('begins with what is not released yet; every version has its date', () => {
	const [first, ...released] = versions.map(({ heading }) => heading);
	expect(first).toBe('[Unreleased]');
	for (const heading of released) expect(heading).toMatch(/^\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$/);
});

test.each(versions)(
	'$heading: every change is of a kind, the kinds are in order, nothing is said twice',
	({ body }) => {
		const kinds = [...body.matchAll(/^### (.+)$/gm)].map(([, kind]) => kind);
		expect(kinds).toEqual(KINDS.filter((kind) => kinds.includes(kind)));
		const [before] = body.split(/^### /m);
		expect(before.trim()).toBe('');
		const changes = body.match(/^\s*- .+$/gm) ?? [];
		expect(new Set(changes).size).toBe(changes.length);
	},
);

/** A released section says how many there were. */
test('what is not released yet counts the examples that are there', () => {
	const [, count = exampleNames.length] = /(\d+) \[workflows\]/.exec(versions[0].body) ?? [];
	expect(Number(count)).toBe(exampleNames.length);
});
