import { DateTime } from 'luxon';
import { beforeSending } from '../../run/operationPlan';
import { bodyOf, shown, wrongInput, type InputContext } from '../values';

function parse(value: unknown, zone: string): DateTime | undefined {
	if (value instanceof Date) return DateTime.fromJSDate(value, { zone });
	if (typeof value === 'object' && value !== null && 'toISO' in value && typeof value.toISO === 'function') {
		// A DateTime of n8n's own luxon, e.g. from the expression {{ $now.plus(…) }}.
		return DateTime.fromISO(String(value.toISO()), { setZone: true });
	}
	if (typeof value === 'number' && Number.isFinite(value)) {
		// n8n's dates as numbers are milliseconds; ten digits are seconds, as most APIs write them.
		return value > 1e11 ? DateTime.fromMillis(value, { zone }) : DateTime.fromSeconds(value, { zone });
	}
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	const options = { zone, setZone: true };
	const readings = [DateTime.fromISO(text, options), DateTime.fromSQL(text, options), DateTime.fromRFC2822(text, options)];
	// An hour that is there twice, when the clocks go back: luxon alone takes the one that has today's offset.
	return readings.find(({ isValid }) => isValid)?.getPossibleOffsets()[0];
}

/**
 * Reads a moment however a user wrote it.
 * @param context of the item; its workflow's time zone holds where the value has no offset of its own
 * @param value ISO 8601 in any form, `2026-12-01 09:00`, RFC 2822, a Date, a DateTime, seconds or milliseconds since 1970
 * @param displayName of the parameter
 * @throws NodeOperationError when it is empty or no date
 */
export function toMoment(context: InputContext, value: unknown, displayName: string): DateTime {
	if (value === undefined || value === null || value === '') {
		throw wrongInput(
			context,
			`'${displayName}' is empty`,
			`Fill in '${displayName}'. If it holds an expression, check that the incoming item has the field that the expression reads.`,
		);
	}
	const moment = parse(value, context.getTimezone());
	if (moment?.isValid) return moment;
	throw wrongInput(
		context,
		`'${displayName}' is not a date and time`,
		`It is ${shown(value)}. Write it like 2026-12-31T09:00 (in the workflow's time zone) or 2026-12-31T09:00:00+01:00.`,
	);
}

/**
 * @param moment any
 * @returns RFC 3339 in UTC with whole seconds, as Pylon's API takes it
 */
export function toRfc3339(moment: DateTime): string {
	return moment.toUTC().startOf('second').toISO({ suppressMilliseconds: true }) ?? '';
}

/**
 * A `preSend` for a field that holds a moment.
 * @param property of the body, e.g. `created_at`
 * @param displayName of the parameter
 */
export const momentInBody = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		body[property] = toRfc3339(toMoment(this, body[property], displayName));
	});

/**
 * A `preSend` for a moment in the query.
 * @param property of the query, e.g. `submitted_after`
 * @param displayName of the parameter
 */
export const momentInQuery = (property: string, displayName: string) =>
	beforeSending(function (request) {
		request.qs = { ...request.qs, [property]: toRfc3339(toMoment(this, request.qs?.[property], displayName)) };
	});
