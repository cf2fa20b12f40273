import fc from 'fast-check';

/** What a server says: anything, not only what Pylon would. */
export interface Answer {
	status: number;
	type: 'application/json' | 'text/html';
	body: string;
}

/** One value of a good answer that is another one, or is not there. */
export interface Change {
	/** How deep it lies, and which of the values of that depth it is; both counted round. */
	depth: number;
	place: number;
	/** JSON, as text: of some of it JavaScript's own values would not come out of `JSON.stringify` as they are. */
	value: string | 'gone';
}

/** What is answered to one request: what the simulated Pylon says, the same with changes, or something else. */
export type Step = 'good' | { changes: Change[] } | { answer: Answer };

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** Values that are not what a field has, those that break code that takes them for something else first. */
const ODD = [
	'null',
	'true',
	'0',
	'-1.5e300',
	'12345678901234567890',
	'""',
	'" \\u200b"',
	'"a word"',
	'"\\ud800"',
	'"cut off \\udc00 inside"',
	'"\\u0000\\u001b[31m\\r\\n"',
	'"__proto__"',
	'"constructor"',
	'"toString"',
	'"<ul><li>text</li></ul>"',
	'"2026-13-45T99:99:99Z"',
	`"${'long '.repeat(1000)}"`,
	'[]',
	'[null]',
	'[[]]',
	'["__proto__"]',
	'[{"id":"a"}]',
	'{}',
	'{"id":"a"}',
	'{"id":null}',
	'{"id":{"toString":null}}',
	'{"id":{"toString":"text","valueOf":{}}}',
	'{"toString":null,"valueOf":null}',
	'{"__proto__":{"id":"a"},"constructor":{"prototype":[]},"hasOwnProperty":1}',
	'{"length":5}',
	'{"then":1}',
	nested(150),
	nested(20_000),
];

/** Any JSON value, as text. */
const anyValue: fc.Arbitrary<string> = fc.oneof(
	{ weight: 5, arbitrary: fc.constantFrom(...ODD) },
	{
		weight: 1,
		arbitrary: fc.json({ maxDepth: 3, noUnicodeString: false } as fc.JsonSharedConstraints),
	},
);

const STATUSES = [400, 401, 403, 404, 409, 410, 413, 422, 429, 500, 502, 503];

const listOf = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
	fc.oneof(
		value,
		fc.array(value, { maxLength: 3 }).map((values) => `[${values.join(',')}]`),
	);

/** An object with some of these fields. */
const objectOf = (fields: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<string> =>
	fc.record(fields, { requiredKeys: [] }).map(
		(given) =>
			`{${Object.entries(given)
				.map(([name, value]) => `${JSON.stringify(name)}:${value}`)
				.join(',')}}`,
	);

const anyPagination = fc.oneof(
	anyValue,
	objectOf({
		has_next_page: fc.constantFrom('true', 'false', '"true"', '1', 'null'),
		cursor: fc.oneof(anyValue, fc.constant('"next"')),
	}),
);

const requestId = fc.oneof(fc.constant('"req-1"'), anyValue);

/** Envelopes, some with nothing right in them. */
const anyEnvelope = objectOf({
	data: listOf(anyValue),
	pagination: anyPagination,
	request_id: requestId,
});

const anyErrorBody = objectOf({
	errors: listOf(anyValue),
	message: anyValue,
	error: anyValue,
	code: anyValue,
	exists_id: anyValue,
	request_id: requestId,
});

const NO_JSON = [
	'',
	'   ',
	'{"data":[{"id":',
	'no JSON',
	'<html><body>502 Bad Gateway</body></html>',
	'\u0000',
	'\ufeff{}',
];

const anyBody = fc.oneof(
	{ weight: 4, arbitrary: anyEnvelope },
	{ weight: 2, arbitrary: anyErrorBody },
	{ weight: 1, arbitrary: anyValue },
	{ weight: 1, arbitrary: fc.constantFrom(...NO_JSON) },
);

const anyAnswer: fc.Arbitrary<Answer> = fc.record({
	status: fc.oneof(
		{ weight: 2, arbitrary: fc.constant(200) },
		{ weight: 1, arbitrary: fc.constantFrom(...STATUSES, 201, 204, 302) },
	),
	type: fc.oneof(
		{ weight: 9, arbitrary: fc.constant('application/json' as const) },
		{ weight: 1, arbitrary: fc.constant('text/html' as const) },
	),
	body: anyBody,
});

const anyChange: fc.Arbitrary<Change> = fc.record({
	depth: fc.nat(7),
	place: fc.nat(1000),
	value: fc.oneof(
		{ weight: 1, arbitrary: fc.constant('gone') },
		{ weight: 4, arbitrary: anyValue },
	),
});

const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 2, arbitrary: fc.constant('good' as const) },
	{
		weight: 4,
		arbitrary: fc.record({ changes: fc.array(anyChange, { minLength: 1, maxLength: 4 }) }),
	},
	{ weight: 3, arbitrary: fc.record({ answer: anyAnswer }) },
);

/** What is answered to the first request, the second, and so on; the last one is for all others too. */
export const anySteps: fc.Arbitrary<Step[]> = fc
	.tuple(fc.nat(4), fc.array(anyStep, { minLength: 1, maxLength: 4 }))
	.map(([good, steps]) => [...new Array<Step>(good).fill('good'), ...steps]);

/** The same, for whoever asks once. */
export const oneStep: fc.Arbitrary<Step[]> = fc.array(anyStep, { minLength: 1, maxLength: 3 });

interface Place {
	holder: Record<string, unknown> | unknown[];
	key: string | number;
}

/** Where there are values in a body, by depth. */
function placesIn(body: unknown): Place[][] {
	const levels: Place[][] = [];
	let holders = [body];
	while (holders.length > 0) {
		const level: Place[] = holders.flatMap((holder): Place[] => {
			if (Array.isArray(holder)) return holder.slice(0, 20).map((_, key) => ({ holder, key }));
			if (typeof holder !== 'object' || holder === null) return [];
			return Object.keys(holder).map((key) => ({ holder: holder as Record<string, unknown>, key }));
		});
		if (level.length > 0) levels.push(level);
		holders = level.map(({ holder, key }) => (holder as Record<string, unknown>)[key]);
	}
	return levels;
}

/**
 * @param text JSON of a good answer
 * @param changes of it
 * @returns the JSON with the changes
 */
export function changed(text: string, changes: Change[]): string {
	const body: unknown = JSON.parse(text);
	for (const [index, { depth, place, value }] of changes.entries()) {
		const levels = placesIn(body);
		if (levels.length === 0) break;
		const level = levels[depth % levels.length];
		const { holder, key } = level[place % level.length];
		if (value !== 'gone') (holder as Record<string, unknown>)[key] = `change ${index} here`;
		else if (Array.isArray(holder)) holder.splice(Number(key), 1);
		else delete holder[key];
	}
	return JSON.stringify(body).replace(
		/"change (\d) here"/g,
		(_, index: string) => changes[Number(index)].value,
	);
}
