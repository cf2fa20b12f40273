import fc from 'fast-check';
import {
	readEmail,
	readEmails,
	readJson,
	readList,
	readSwitch,
} from '../../../../nodes/shared/input';
import { SEED, READERS, result } from './support/equivalents';

describe('one value, written in several ways, is read as one', () => {
	const moments = fc.date({
		min: new Date('2001-01-01'),
		max: new Date('2099-12-31'),
		noInvalidDate: true,
	});

	test('moments', () => {
		fc.assert(
			fc.property(moments, (date) => {
				const ways = [
					date,
					date.toISOString(),
					date.getTime(),
					String(date.getTime()),
					Math.floor(date.getTime() / 1000),
					date.toUTCString(),
					date.toString(),
				];
				expect(new Set(ways.map((way) => READERS.moment(way))).size).toBe(1);
			}),
			SEED,
		);
	});

	test('serial days of a spreadsheet', () => {
		fc.assert(
			fc.property(fc.integer({ min: 20_000, max: 80_000 }), (serial) => {
				const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000)
					.toISOString()
					.slice(0, 10);
				expect(READERS.day(serial)).toBe(day);
				expect(READERS.day(String(serial))).toBe(day);
			}),
			SEED,
		);
	});

	test('switches', () => {
		fc.assert(
			fc.property(
				fc.boolean(),
				fc.mixedCase(fc.constantFrom('true', 'yes')),
				fc.mixedCase(fc.constantFrom('false', 'no')),
				(on, yes, no) => {
					for (const way of on ? [true, 1, '1', yes] : [false, 0, '0', no])
						expect(readSwitch(way, 'X')).toBe(on);
				},
			),
			SEED,
		);
	});

	test('lists', () => {
		const word = fc.stringMatching(/^[a-z]{1,5}$/);
		fc.assert(
			fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), (words) => {
				fc.pre(!words.includes('undefined'));
				const python = `[${words.map((one) => `'${one}'`).join(', ')}]`;
				for (const way of [
					words,
					JSON.stringify(words),
					words.join(', '),
					words.join(';'),
					words.join('\n'),
					python,
				]) {
					expect(readList(way, 'X')).toEqual(words);
				}
			}),
			SEED,
		);
	});

	test('email addresses', () => {
		fc.assert(
			fc.property(
				fc.stringMatching(/^[a-z0-9]{1,8}$/),
				fc.stringMatching(/^[A-Za-z]{1,8}$/),
				(user, name) => {
					const address = `${user}@example.com`;
					const ways = [
						address,
						` ${address}\n`,
						`\u200b${address}`,
						`<${address}>`,
						`${name} <${address}>`,
						`mailto:${address}`,
						`"${name}, X" <${address}>`,
					];
					for (const way of ways) expect(readEmail(way, 'X')).toBe(address);
					expect(readEmails(ways.join('; '), 'X')).toEqual([address]);
				},
			),
			SEED,
		);
	});
});

test('JSON: text and what it says are read as the same, with any key', () => {
	fc.assert(
		fc.property(fc.json({ noUnicodeString: false }), (text) => {
			const value = JSON.parse(text) as unknown;
			const made = result((one) => readJson(one, 'X', '{}'), text);
			if (made !== undefined) expect(made).toEqual(value);
		}),
		SEED,
	);
	expect(Object.hasOwn(readJson('{"__proto__":{"a":1}}', 'X', '{}') as object, '__proto__')).toBe(
		true,
	);
	expect(({} as { a?: number }).a).toBeUndefined();
});
