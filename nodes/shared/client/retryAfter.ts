import type { IDataObject } from 'n8n-workflow';

function header(headers: IDataObject, name: string): string | undefined {
	const value = headers[name];
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function secondsOrDate(value: string, now: number): number | undefined {
	if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
	// Date.parse takes odd strings ("-5" is a month to it): only what begins with a weekday or a year is a date.
	if (!/^([A-Za-z]{3},|\d{4}-)/.test(value)) return undefined;
	const wait = Date.parse(value) - now;
	return wait > 0 ? wait : undefined;
}

/** `X-RateLimit-Reset` and the like: seconds to go, or a moment in seconds or milliseconds since 1970. */
function resetToWait(value: string, now: number): number | undefined {
	const parsed = secondsOrDate(value, now);
	if (parsed === undefined || !/^\d/.test(value) || value.includes('-')) return parsed;
	const number = Number(value);
	if (number > 1e12) return Math.max(0, number - now);
	if (number > 1e9) return Math.max(0, number * 1000 - now);
	return parsed;
}

/**
 * How long a reply asks to wait. Pylon sends `X-Retry-After` in seconds (older clients read `Retry-After`), and no
 * `X-RateLimit-*` today (docs/pylon-api-notes.md#rate-limits); a proxy in between may send any of them.
 * @param headers of the reply, names in lower case
 * @param now milliseconds since 1970
 * @returns milliseconds, or undefined when no header says anything usable
 */
export function requestedWait(headers: IDataObject, now: number): number | undefined {
	for (const name of ['x-retry-after', 'retry-after']) {
		const value = header(headers, name);
		const wait = value === undefined ? undefined : secondsOrDate(value, now);
		if (wait !== undefined) return wait;
	}
	return budgetReset(headers, now);
}

function budgetReset(headers: IDataObject, now: number): number | undefined {
	for (const name of ['x-rate-limit-reset', 'x-ratelimit-reset']) {
		const value = header(headers, name);
		const wait = value === undefined ? undefined : resetToWait(value, now);
		if (wait !== undefined) return wait;
	}
	return undefined;
}

/**
 * How long to wait after a reply that succeeded but says that it used up the budget.
 * @param headers of the reply, names in lower case
 * @param now milliseconds since 1970
 * @returns milliseconds, or undefined when calls are left or nothing is said
 */
export function waitAfterSuccess(headers: IDataObject, now: number): number | undefined {
	const remaining = header(headers, 'x-rate-limit-remaining') ?? header(headers, 'x-ratelimit-remaining');
	if (remaining === undefined || Number(remaining) > 0 || Number.isNaN(Number(remaining))) return undefined;
	return budgetReset(headers, now);
}
