const DATE_TIME =
	/^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * @param text e.g. `2026-01-31`
 * @returns whether it is a day that exists, in exactly this form
 */
export function isDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * Pylon's times are RFC 3339 (openapi.yaml, `x-time-format`).
 *
 * @param text e.g. `2026-01-31T09:30:00Z`
 * @returns whether it is a date that exists, with a time and an offset or `Z`
 */
export function isDateTime(text: string): boolean {
	const match = DATE_TIME.exec(text);
	return match !== null && isDate(match[1]);
}

/**
 * @param text e.g. `https://example.com/a`
 * @returns whether it is an absolute http or https URL
 */
export function isUrl(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/**
 * @param text e.g. `ada@mail.example`
 * @returns whether it looks like an email address: one `@` with a dotted host behind it, no spaces
 */
export function isEmail(text: string): boolean {
	return /^[^\s@<>,;]+@[^\s@<>,;.]+(\.[^\s@<>,;.]+)+$/.test(text);
}

/**
 * @param text e.g. `globex.example`
 * @returns whether it is a host name with at least one dot, without scheme, path or port
 */
export function isBareHost(text: string): boolean {
	return /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i.test(
		text,
	);
}
