/**
 * @param value of a record: RFC 3339
 * @returns milliseconds since 1970; NaN when there is no such time
 */
export const toTime = (value: unknown): number =>
	typeof value === 'string' ? Date.parse(value) : NaN;
