import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';

import { type Pattern, PatternFinder } from '../support/findPatterns';
import { growthFault } from '../support/growth';
import { floodsOfSigns, floodsOfWords, mixtures } from '../support/hostileTexts';
import type { TextShape } from '../support/textShapes';

const root = join(__dirname, '..', '..');
const SEED = 20_261_128;
const PAIRS = 4;

const MB = 1_000_000;

/** One that takes this long for a single text never ends. */
const NEVER_MS = 30_000;

/** Parts of patterns that only a run knows: what they are there. */
const SAMPLES = { tag: 'script' };

const finder = new PatternFinder(root, SAMPLES);
for (const folder of ['nodes', 'credentials'])
	for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
		if (name.endsWith('.ts')) finder.read(join(root, folder, name));

/** Ends what would never end; nothing else can stop a match. */
const inTime = <T>(work: () => T, mostMs: number): T =>
	SCRIPT.runInContext(createContext({ work }), { timeout: mostMs }) as T;
const SCRIPT = new Script('work()');

/** All matches of a pattern, as `split` and `replaceAll` want them; of one that has a place, the first. */
const reader = ({ source, flags }: Pattern) => {
	const pattern = new RegExp(source, /[gy]/.test(flags) ? flags : `${flags}g`);
	return (text: string) => {
		pattern.lastIndex = 0;
		return pattern.sticky ? pattern.exec(text) : text.replace(pattern, '');
	};
};

function faultOf(
	pattern: Pattern,
	shape: TextShape,
	largest: number,
	mostMs: number,
): string | undefined {
	try {
		return inTime(() => growthFault(reader(pattern), shape, largest), mostMs);
	} catch (error) {
		return `${shape.name}: ${(error as Error).message}`;
	}
}

/** What takes longer than it should; the first of it, if there is any. */
function faultsOf(pattern: Pattern, mostMs = NEVER_MS): string[] {
	const { place, source, flags } = pattern;
	// One that may begin anywhere meets the floods of single signs in one text of 1 MB, too.
	const largest = source.startsWith('^') || flags.includes('y') ? MB : MB / 10;
	const texts = [
		...floodsOfSigns(source).map((shape) => ({ shape, largest })),
		...[...floodsOfWords(source), ...mixtures(source, PAIRS, SEED)].map((shape) => ({
			shape,
			largest: MB,
		})),
	];
	for (const one of texts) {
		const fault = faultOf(pattern, one.shape, one.largest, mostMs);
		if (fault !== undefined) return [`${place} /${source}/${flags}: ${fault}`];
	}
	return [];
}

/** The same pattern in several places is one. */
const patterns = [
	...new Map(finder.patterns.map((one) => [`/${one.source}/${one.flags}`, one])).values(),
];

test('every regular expression of the sources can be read', () => {
	expect(finder.unread).toEqual([]);
	expect(finder.patterns.length).toBeGreaterThan(100);
	// By literal, by `new RegExp` of constants, as text for n8n, and in an expression of n8n.
	const places = finder.patterns.map(({ place }) => place.replace(/:\d+$/, ''));
	expect(places).toEqual(
		expect.arrayContaining([
			'nodes/shared/html/htmlTokens.ts',
			'nodes/shared/client/region.ts',
			'nodes/Pylon/parameters/record/pickedText.ts',
			'credentials/PylonApi.credentials.ts',
		]),
	);
});

test.each(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern] as const))(
	'%s: time grows with the text, up to 1 MB made to keep it busy',
	(_, pattern) => {
		expect(faultsOf(pattern)).toEqual([]);
	},
);

/** The last three stood in the sources. */
test.each([
	['one that never ends', '^(a+)+$', ''],
	['separators of URLs', '[\\s,;]+(?=https?:\\/\\/)|[,;\\n]\\s*$', 'i'],
	['separators of addresses', '[,;\\n](?=(?:[^"]*"[^"]*")*[^"]*$)(?![^<]*>)', ''],
	['fields of a path', '(?:^|\\.)custom_fields\\..+$', ''],
])('what is not linear is found: %s', (_, source, flags) => {
	// A tenth of a second is enough for a linear one; this is for a busy machine.
	expect(faultsOf({ place: 'here', source, flags }, 5000)).toHaveLength(1);
});
