const DATE_TIME =
	/^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** Whether a text is a day that exists, written as 2026-01-31. */
export function isDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a text is an RFC3339 time: date, time and an offset or Z. Pylon's times are RFC3339 (openapi.yaml, x-time-format). */
export function isDateTime(text: string): boolean {
	const match = DATE_TIME.exec(text);
	return match !== null && isDate(match[1]);
}

/** Whether a text is an absolute http or https URL. */
export function isUrl(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Whether a text looks like an email address: one @ with a dotted host behind it, no spaces. */
export function isEmail(text: string): boolean {
	return /^[^\s@<>,;]+@[^\s@<>,;.]+(\.[^\s@<>,;.]+)+$/.test(text);
}

/** Whether a text is a bare host name: no scheme, path or port. */
export function isBareHost(text: string): boolean {
	return /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i.test(
		text,
	);
}
