import fc from 'fast-check';
import {
	isBlank,
	readChoice,
	readDay,
	readDomain,
	readEmail,
	readEmails,
	readFreeText,
	readId,
	readList,
	readMoment,
	readNumber,
	readPhoneNumbers,
	readReference,
	readSwitch,
	readText,
	readUrl,
	readUrls,
	readWholeNumber,
	toRfc3339,
	WrongInput,
} from '../../../../nodes/shared/input';

const SEED = { seed: 20_261_127, numRuns: 500 };

const ZONE = 'America/New_York';

const CHOICES = [
	{ name: 'High', value: 'high' },
	{ name: 'Nobody', value: 'no' },
];

const READERS: Record<string, (value: unknown) => unknown> = {
	choice: (value) => readChoice(value, 'X', CHOICES),
	day: (value) => readDay(value, 'X', ZONE),
	domain: (value) => readDomain(value, 'X'),
	email: (value) => readEmail(value, 'X'),
	emails: (value) => readEmails(value, 'X'),
	freeText: (value) => readFreeText(value, 'X'),
	id: (value) => readId(value, 'X'),
	list: (value) => readList(value, 'X'),
	moment: (value) => toRfc3339(readMoment(value, 'X', ZONE)),
	number: (value) => readNumber(value, 'X'),
	phoneNumbers: (value) => readPhoneNumbers(value, 'X'),
	reference: (value) => readReference(value, 'X', ['number', 'email', 'domain']).value,
	switch: (value) => readSwitch(value, 'X'),
	text: (value) => readText(value, 'X'),
	url: (value) => readUrl(value, 'X').href,
	urls: (value) => readUrls(value, 'X'),
	wholeNumber: (value) => readWholeNumber(value, 'X', [-5, 5]),
};

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

/** @returns undefined when the value is refused */
function result(read: (value: unknown) => unknown, value: unknown): unknown {
	try {
		return read(value);
	} catch (error) {
		if (!(error instanceof WrongInput)) throw error;
		expect(error.message).toContain("'X'");
		expect(error.description.length).toBeGreaterThan(5);
		return undefined;
	}
}

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
