// luxon is n8n's own: its lint lets community nodes import it (@n8n/eslint-plugin-community-nodes, no-restricted-imports).
import { DateTime } from 'luxon';
import { isBlank, trimmed } from './blank';
import { CHECK_EXPRESSION, emptyInput, shown, WrongInput } from './wrongInput';

const DAY_MS = 86_400_000;

/** Day 25,569 of spreadsheets is 1 January 1970 (Excel's 1900 date system, Google Sheets, LibreOffice). */
const FIRST_DAY = 25_569;

/** Serial days from October 1954 to January 2119: smaller and larger numbers are hardly meant as days. */
const SERIAL_DAYS = [20_000, 80_000] as const;

/** Seconds from 2000 to 2100; 1000 times as many are milliseconds. */
const EPOCH_SECONDS = [946_684_800, 4_102_444_800] as const;

/** Years that RFC 3339 can write and somebody can mean; .NET writes `0001-01-01` for no date. */
const YEARS = [1900, 9999] as const;

/** As JSON writes a Date or a DateTime; people leave the milliseconds out. */
const AS_JSON = /\.000(?:Z|[+-]\d\d:\d\d)$/;

/** The largest offset of a time zone from UTC, in minutes. */
const LARGEST_OFFSET = 14 * 60;

const isWithin = (number: number, [first, last]: readonly [number, number]): boolean =>
	number >= first && number <= last;

/** ISO 8601 with a day in it: a year, a month or a time alone is no moment. */
const HAS_A_DAY = /^(\d{4}-\d{2}-\d{2}|\d{8}|\d{4}-\d{3}|\d{4}-?W\d{2}-?\d)(?!\d)/i;

const DIGITS = /^\d+(\.\d+)?$/;

/**
 * A time zone behind an offset, as in `2026-12-01T09:00+01:00[Europe/Berlin]`: the offset says all, and luxon would forget it
 * for the zone.
 */
const ZONE_BEHIND_OFFSET = /(?<=Z|[+-]\d\d:?\d\d)\[[\w/+-]+\]$/i;

/** As `Date.prototype.toString` writes it: `Fri Nov 27 2026 09:00:00 GMT+0100 (Central European Standard Time)` */
const JS_TEXT =
	/^[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4})( \(.*\))?$/;

function fromNumber(number: number, zone: string): DateTime | undefined {
	if (isWithin(number, EPOCH_SECONDS)) return DateTime.fromSeconds(number, { zone });
	if (isWithin(number / 1000, EPOCH_SECONDS)) return DateTime.fromMillis(number, { zone });
	if (!isWithin(number, SERIAL_DAYS)) return undefined;
	// A spreadsheet knows no time zone: what its cell shows is taken in the workflow's. Its fractions are inexact.
	const wallTime = Math.round(((number - FIRST_DAY) * DAY_MS) / 1000) * 1000;
	return DateTime.fromMillis(wallTime, { zone: 'utc' }).setZone(zone, { keepLocalTime: true });
}

function fromText(text: string, zone: string): DateTime | undefined {
	if (DIGITS.test(text) && text.length !== 8) return fromNumber(Number(text), zone);
	const options = { zone, setZone: true };
	const readings = [
		...(HAS_A_DAY.test(text)
			? [DateTime.fromISO(text, options), DateTime.fromSQL(text, options)]
			: []),
		DateTime.fromRFC2822(text, options),
		DateTime.fromHTTP(text, options),
	];
	const [, jsText] = JS_TEXT.exec(text) ?? [];
	if (jsText !== undefined) {
		readings.push(
			DateTime.fromFormat(jsText, "LLL dd yyyy HH:mm:ss 'GMT'ZZZ", { setZone: true, locale: 'en' }),
		);
	}
	// An hour that appears twice, when the clocks go back: luxon alone takes the one that has today's offset.
	return readings.find(({ isValid }) => isValid)?.getPossibleOffsets()[0];
}

/** A Date may come from another realm, where `instanceof` does not recognize it: n8n evaluates expressions apart. */
const isDate = (value: unknown): value is Date =>
	Object.prototype.toString.call(value) === '[object Date]';

/** A DateTime of n8n's own luxon, e.g. from the expression {{ $now.plus(…) }}, is another class than the one imported here. */
const isDateTime = (value: unknown): value is { toISO: () => unknown } =>
	typeof value === 'object' &&
	value !== null &&
	'toISO' in value &&
	typeof value.toISO === 'function';

/**
 * @param value anything
 * @returns whether it is a date as an object: a Date, or a DateTime of luxon
 */
export const isMomentObject = (value: unknown): boolean => isDate(value) || isDateTime(value);

function parse(value: unknown, zone: string): DateTime | undefined {
	if (isDate(value)) return DateTime.fromJSDate(new Date(Number(value)), { zone });
	if (isDateTime(value)) return DateTime.fromISO(String(value.toISO()), { setZone: true });
	if (typeof value === 'number') return fromNumber(value, zone);
	return typeof value === 'string'
		? fromText(trimmed(value).replace(ZONE_BEHIND_OFFSET, ''), zone)
		: undefined;
}

/**
 * Reads a moment in whichever form a user wrote it.
 * @param value ISO 8601 with a day, `2026-12-01 09:00`, RFC 2822, a Date (also as its text), a DateTime, seconds or
 * milliseconds since 1970 of the years 2000 to 2100, or the serial day of a spreadsheet; numbers also as text
 * @param displayName the parameter's display name
 * @param zone IANA name of the workflow's time zone, for a value without an offset of its own
 * @returns the moment, in the value's own offset where it has one
 * @throws WrongInput when the value is blank, or anything else: a year alone, another number, another order of day and month
 */
export function readMoment(value: unknown, displayName: string, zone: string): DateTime {
	if (isBlank(value)) throw emptyInput(displayName);
	const moment = parse(value, zone);
	if (moment?.toMillis() === 0 && (isMomentObject(value) || AS_JSON.test(String(value)))) {
		throw new WrongInput(
			`'${displayName}' is 1 January 1970`,
			`That is what a date becomes when it is made of null or 0. ${CHECK_EXPRESSION}`,
		);
	}
	if (moment?.isValid && isWithin(moment.year, YEARS) && Math.abs(moment.offset) <= LARGEST_OFFSET)
		return moment;
	throw new WrongInput(
		`'${displayName}' is not a date and time`,
		`It is ${shown(value)}. Write it like 2026-12-31T09:00 (in the workflow's time zone) or 2026-12-31T09:00:00+01:00.`,
	);
}

/**
 * @param moment any moment, also in milliseconds since 1970
 * @returns the moment in RFC 3339 (https://www.rfc-editor.org/rfc/rfc3339), in UTC with whole seconds, as Pylon's API takes
 * it
 */
export function toRfc3339(moment: DateTime | number): string {
	const time = typeof moment === 'number' ? DateTime.fromMillis(moment) : moment;
	return time.toUTC().startOf('second').toISO({ suppressMilliseconds: true }) ?? '';
}

/**
 * Reads a day.
 * @param value see `readMoment`
 * @param displayName the parameter's display name
 * @param zone see `readMoment`
 * @returns the day as it was written, in its own offset, e.g. `2026-12-31`: a time zone must not move it to the day before
 * @throws WrongInput see `readMoment`
 */
export const readDay = (value: unknown, displayName: string, zone: string): string =>
	readMoment(value, displayName, zone).toFormat('yyyy-MM-dd');
