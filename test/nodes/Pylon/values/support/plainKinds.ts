import { HALF_EMOJI, NOTHING, NOTHING_IN_LISTS, UUID } from './values';

/** What comes of a value: it is sent as something, refused unsent, or counts as nothing; undefined where both is right. */
export type Verdict = { sends: unknown } | 'refused' | 'nothing' | undefined;

/** The verdict on each value, from the table of docs/values.md, never from the code. */
export type Kind = (value: unknown) => Verdict;

/**
 * @param value of a parameter
 * @returns whether it stands for nothing
 */
export const isNothing = (value: unknown) => (NOTHING as readonly unknown[]).includes(value);

/** @returns whether no entry of a list has a value */
const isNothingInList = (value: unknown) =>
	NOTHING_IN_LISTS.some((one) => JSON.stringify(one) === JSON.stringify(value));

/** A kind of list: entries without a value are nothing. */
const listOf =
	(kind: Kind): Kind =>
	(value) =>
		isNothingInList(value) ? 'nothing' : kind(value);

/** A kind that takes the values of a list, and refuses all others. */
const taking =
	(takes: Array<[value: unknown, sends: unknown]>, either: unknown[] = []): Kind =>
	(value) => {
		if (isNothing(value)) return 'nothing';
		if (either.some((one) => Object.is(one, value))) return undefined;
		const found = takes.find(
			([taken]) => JSON.stringify(taken) === JSON.stringify(value) && typeof taken === typeof value,
		);
		return found === undefined || value !== value ? 'refused' : { sends: found[1] };
	};

export const switches = taking([
	[true, true],
	[false, false],
	['TRUE', true],
	['no', false],
	[1, true],
	[0, false],
]);

export const number = taking([
	[0, 0],
	[1, 1],
	[2, 2],
	[1.5, 1.5],
	['7', 7],
	[46353, 46353],
	['46353', 46353],
	[1798700000, 1798700000],
	[1798700000000, 1798700000000],
	[2027, 2027],
	['2027', 2027],
]);

export const moment = taking([
	[46353, '2026-11-27T00:00:00Z'],
	['46353', '2026-11-27T00:00:00Z'],
	[1798700000, '2026-12-31T06:53:20Z'],
	[1798700000000, '2026-12-31T06:53:20Z'],
	['2026-11-27T09:00', '2026-11-27T09:00:00Z'],
	['2026-11-27T09:00:00+01:00', '2026-11-27T08:00:00Z'],
]);

/** Text stays text, whatever it looks like, but for what is left of objects and missing values. */
const textBy =
	(clean: (text: string) => string): Kind =>
	(value) => {
		if (isNothing(value)) return 'nothing';
		if (typeof value === 'boolean') return undefined;
		if (typeof value === 'number')
			return Number.isFinite(value) ? { sends: String(value) } : 'refused';
		if (typeof value !== 'string') return 'refused';
		if (value.includes('[object Object]') || value === 'undefined' || value === HALF_EMOJI)
			return 'refused';
		return { sends: clean(value) };
	};

/** Nothing in the values but these stands around a text. */
export const text = textBy((value) => value.replace(/^[\s\u202d]+|[\s\u202c]+$/g, ''));
export const prose = textBy((value) => value);

const EMAILS = [' Ada@Example.com\n', 'Ada <ada@example.com>', 'mailto:ada@example.com'];
const bare = (email: string) => (email === EMAILS[0] ? 'Ada@Example.com' : 'ada@example.com');
export const email = taking(EMAILS.map((one) => [one, bare(one)]));
export const recordEmail = taking(EMAILS.map((one) => [one, 'ada@example.com']));
export const emails = listOf(taking(EMAILS.map((one) => [one, [bare(one)]])));

/** None of the values is a hex code. */
export const color = taking([]);

export const url = taking([
	[`https://app.usepylon.com/records/${UUID}`, `https://app.usepylon.com/records/${UUID}`],
	['https://example.com/a.png', 'https://example.com/a.png'],
]);
/**
 * Lists of addresses: one address is a list of one.
 * @param value of a parameter
 * @returns the verdict of docs/values.md on it; undefined where both are right
 */
export const urls: Kind = listOf((value) => {
	const verdict = url(value);
	return typeof verdict === 'object' ? { sends: [verdict.sends] } : verdict;
});

export const domain = taking([['WWW.Globex.example', 'globex.example']]);
export const domains = listOf(taking([['WWW.Globex.example', ['globex.example']]]));

export const phone = taking([
	...[0, 1, 2, 2027, 46353, 1798700000, 1798700000000].map((one): [unknown, unknown] => [
		one,
		String(one),
	]),
	['7', '7'],
	['46353', '46353'],
	['2027', '2027'],
	['+1 (555) 0100', '15550100'],
]);
/**
 * Lists of phone numbers: one number is a list of one.
 * @param value of a parameter
 * @returns the verdict of docs/values.md on it; undefined where both are right
 */
export const phones: Kind = listOf((value) => {
	if (value === '1,234') return { sends: ['1', '234'] };
	const verdict = phone(value);
	return typeof verdict === 'object' ? { sends: [verdict.sends] } : verdict;
});

/**
 * Lists of texts: one text is a list of one.
 * @param value of a parameter
 * @returns the verdict of docs/values.md on it; undefined where both are right
 */
export const list: Kind = listOf((value) => {
	const known = taking([
		[
			['vip', ' billing'],
			['vip', 'billing'],
		],
		['vip, billing', ['vip', 'billing']],
		["['vip','billing']", ['vip', 'billing']],
		['["vip","billing"]', ['vip', 'billing']],
		['vip;billing\nnew', ['vip', 'billing', 'new']],
		['1,234', ['1', '234']],
		[`"${UUID}"`, [UUID]],
	])(value);
	if (known !== 'refused' || typeof value === 'object' || value === '{"a":1}') return known;
	const one = typeof value === 'boolean' ? 'refused' : text(value);
	return typeof one === 'object' ? { sends: [one.sends] } : one;
});

/**
 * Either taken or refused, and never sent as something else: see the rules that hold for all.
 * @param value of a parameter
 * @returns the verdict of docs/values.md on it; undefined where both are right
 */
export const anything: Kind = (value) => (isNothing(value) ? 'nothing' : undefined);
