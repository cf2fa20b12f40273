import type { IDataObject } from 'n8n-workflow';
import { headerOf } from './headers';

function secondsOrDate(value: string, now: number): number | undefined {
	if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
	// Date.parse takes odd strings ("-5" is a month to it): only what begins with a weekday or a year is a date.
	if (!/^([A-Za-z]{3},|\d{4}-)/.test(value)) return undefined;
	const wait = Date.parse(value) - now;
	return wait > 0 ? wait : undefined;
}

/**
 * Reads how long an answer asks to wait. Pylon sends `X-Retry-After` in seconds; older clients read `Retry-After`, which a
 * proxy on the way may send as a date (RFC 9110, section 10.2.3: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).
 * @param headers the headers of the answer, names in lower case
 * @param now milliseconds since 1970
 * @returns the wait in milliseconds; undefined when no header says anything usable
 */
export function requestedWait(headers: IDataObject, now: number): number | undefined {
	for (const name of ['x-retry-after', 'retry-after']) {
		const wait = secondsOrDate(headerOf(headers, name), now);
		if (wait !== undefined) return wait;
	}
	return undefined;
}
