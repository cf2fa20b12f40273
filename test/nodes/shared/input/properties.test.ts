import fc from 'fast-check';
import { isBlank } from '../../../../nodes/shared/input';
import { SEED, READERS, result } from './support/equivalents';

/** Text that is likely to be nearly right. */
const nearly = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'[',
				']',
				'"',
				"'",
				',',
				';',
				'\n',
				' ',
				'\u00a0',
				'\u200b',
				'\u202d',
				'@',
				'.',
				':',
				'/',
				'<',
				'>',
				'-',
				'T',
				'Z',
				'e',
				'0x',
				'#',
				'{',
				'}',
				'\\',
				'?',
				'%',
			),
			fc.constantFrom(
				'a',
				'vip',
				'2026',
				'11',
				'27',
				'46353',
				'https://',
				'mailto:',
				'app.usepylon.com',
				'www.',
				'true',
				'null',
				'undefined',
				'NaN',
				'[object Object]',
				'__proto__',
				'High',
				'\ud83d',
				'😀',
			),
			fc.string({ maxLength: 4, unit: 'binary' }),
		),
		{ maxLength: 8 },
	)
	.map((parts) => parts.join(''));

const anyValue = fc.oneof(
	nearly,
	fc.double(),
	fc.integer(),
	fc.boolean(),
	fc.date({ noInvalidDate: false }),
	fc.constantFrom(undefined, null),
	fc.array(nearly, { maxLength: 3 }),
	fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true }),
);

const textsIn = (read: unknown): string[] =>
	[read].flat().filter((one): one is string => typeof one === 'string');

describe.each(Object.entries(READERS))('%s', (name, read) => {
	test('makes something of a value that can be sent, or refuses it', () => {
		fc.assert(
			fc.property(anyValue, (value) => {
				const made = result(read, value);
				expect(['string', 'number', 'boolean', 'undefined', 'object']).toContain(typeof made);
				for (const text of textsIn(made)) {
					expect(isBlank(text)).toBe(false);
					expect(text).not.toMatch(/\[object Object\]|\p{Surrogate}/u);
					expect(['undefined', 'NaN']).not.toContain(text.trim());
					if (name !== 'freeText') expect(text).toBe(text.trim());
				}
				if (typeof made === 'number') expect(Number.isFinite(made)).toBe(true);
				if (name === 'moment' && typeof made === 'string')
					expect(made).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
			}),
			SEED,
		);
	});

	test('reads what it has made as the same', () => {
		fc.assert(
			fc.property(anyValue, (value) => {
				const made = result(read, value);
				if (made === undefined) return;
				// A list goes back as JSON: its entries may have commas in them.
				expect(result(read, Array.isArray(made) ? JSON.stringify(made) : made)).toEqual(made);
			}),
			SEED,
		);
	});
});
