import * as fc from 'fast-check';

import { repeatedKey } from '../../../nodes/PylonTrigger/receive/repeatedKey';
import { deliverTo, expectRefusal } from './support/deliveries';

test.each<[string, string | undefined]>([
	['{"a":1,"b":2}', undefined],
	['{"a":1,"a":2}', 'a'],
	['{"issue_id":1,"issue\\u005fid":2}', 'issue_id'],
	['{"\\u0061":1,"a":2}', 'a'],
	['{"a\\"b":1,"a\\u0022b":2}', 'a"b'],
	['{"a\\\\":1,"a":2}', undefined],
	['{"":1, "" : 2}', ''],
	['{"__proto__":1,"__proto__":2}', '__proto__'],
	['{"__proto__":1,"constructor":2,"toString":3,"hasOwnProperty":4}', undefined],
	['{"a":{"a":{"a":1}}}', undefined],
	['{"a":{"b":1},"b":2,"c":{"b":3}}', undefined],
	['{"a":{"b":1,"b":2}}', 'b'],
	['{"a":[{"b":1},{"b":2}],"b":3}', undefined],
	['{"a":[1,{"b":1,"c":[{}],"b":2}]}', 'b'],
	['{"a":"x\\",\\"a\\":","b":"a"}', undefined],
	['{"a":["a","a"],"b":["a"]}', undefined],
	['{"a":"{","b":"}","c":"[,"}', undefined],
	['{}', undefined],
])('%s: %j', (text, key) => {
	JSON.parse(text);
	expect(repeatedKey(text)).toBe(key);
});

/** Written without JSON.stringify, which knows no key twice; each character of a key as it is or escaped. */
const spelled = (key: string, escaped: boolean[]) =>
	`"${[...Array(key.length).keys()]
		.map((at) =>
			escaped[at % escaped.length]
				? `\\u${key.charCodeAt(at).toString(16).padStart(4, '0')}`
				: JSON.stringify(key[at]).slice(1, -1),
		)
		.join('')}"`;

const anyKey = fc.oneof(
	fc.string(),
	fc.constantFrom('issue_id', 'event', '__proto__', 'constructor', '"', '\\', '{', ',', ':'),
);
const anyObject = fc.dictionary(anyKey, fc.jsonValue({ maxDepth: 3 }), {
	noNullPrototype: true,
	minKeys: 1,
});
const escapes = fc.array(fc.boolean(), { minLength: 1, maxLength: 4 });

test('any object that JSON.stringify writes has no key twice; with any key of it once more, it has', () => {
	fc.assert(
		fc.property(
			anyObject,
			fc.nat(),
			fc.nat(),
			escapes,
			fc.jsonValue(),
			fc.constantFrom('', ' ', '\n\t'),
			(object, which, where, escaped, value, space) => {
				const text = JSON.stringify(object, null, space);
				expect(repeatedKey(text)).toBeUndefined();
				const entries = Object.entries(object).map(
					([key, entry]) => `${space}${JSON.stringify(key)}${space}:${JSON.stringify(entry)}`,
				);
				const key = Object.keys(object)[which % entries.length];
				entries.splice(
					where % (entries.length + 1),
					0,
					`${space}${spelled(key, escaped)}:${JSON.stringify(value)}`,
				);
				const twice = `{${entries.join(',')}}`;
				JSON.parse(twice);
				expect(repeatedKey(twice)).toBe(key);
				expect(repeatedKey(`{"list":[0,{"inner":${twice}}]}`)).toBe(key);
			},
		),
		{ seed: 20261127, numRuns: 300 },
	);
});

test.each(['{"a":{}},', '"\\"\\\\",', '{"k":"\\u0061"},', '[[[{}]]],', '"{\\"a\\":1,\\"a\\":2}",'])(
	'takes time in proportion to the text: %s',
	(piece) => {
		const cpuOf = (size: number) => {
			const text = `{"list":[${piece.repeat(size / piece.length)}0]}`;
			JSON.parse(text);
			const start = process.cpuUsage().user;
			expect(repeatedKey(text)).toBeUndefined();
			return process.cpuUsage().user - start;
		};
		cpuOf(100_000);
		// Twenty times the text: a hundred times the time at most, where a quadratic scanner takes four hundred.
		expect(cpuOf(4_000_000)).toBeLessThan(Math.max(cpuOf(200_000), 20_000) * 100);
	},
);

test.each([
	['{"event":"issue_created","issue_id":"mine","title":"x","issue_id":"victim"}', 'issue_id'],
	['{"event":"issue_created","issue_id":"mine","title":"x","issue\\u005fid":"victim"}', 'issue_id'],
	['{"event":"a","event":"b"}', 'event'],
	['{"issue":{"id":"mine","title":"x","id":"victim"}}', 'id'],
])('a signed payload with a key twice is answered 400 with its name: %s', async (rawBody, key) => {
	const result = await deliverTo({ rawBody });
	expectRefusal(result, 400, 'repeatedKey', '');
	const { message } = result.body as { message: string };
	expect(message).toContain(`The payload has '${key}' more than once. `);
	expect(message).toContain('send only IDs');
});

test('a key of any length and form is named on one short line', async () => {
	const key = `a\\n\\u202e${'k'.repeat(100_000)}`;
	const { status, body } = await deliverTo({ rawBody: `{"${key}":1,"${key}":2}` });
	expect(status).toBe(400);
	expect((body as { message: string }).message).toMatch(
		/^The payload has 'a\?\?k{50,60}…' more than once\. [^\n]{1,400}$/,
	);
});
