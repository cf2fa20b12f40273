/** A value with the keys of every object in it sorted. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, entry]) => [key, sorted(entry)]),
	);
}

/**
 * One text for all requests that ask for the same thing. Two requests to one operation with the same text are
 * repetitions of each other.
 *
 * @param path as sent, still percent-encoded, with the query if it matters
 * @param body as parsed; undefined for a request without a body
 * @returns the path and, behind a space, the body as JSON with sorted keys
 */
export function canonicalRequest(path: string, body?: unknown): string {
	return body === undefined ? path : `${path} ${JSON.stringify(sorted(body))}`;
}
