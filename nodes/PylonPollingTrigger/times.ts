/**
 * @param value a time in a record, in RFC 3339
 * @returns milliseconds since 1970; NaN when the value is no such time
 */
export const toTime = (value: unknown): number =>
	typeof value === 'string' ? Date.parse(value) : NaN;
