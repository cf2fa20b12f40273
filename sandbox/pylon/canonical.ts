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
 * One text for all requests that ask for the same thing: the path, then the body as JSON with sorted keys. Two requests
 * with the same text to one operation are repetitions of each other. `path` is as sent, with the query if it matters.
 */
export function canonicalRequest(path: string, body?: unknown): string {
	return body === undefined ? path : `${path} ${JSON.stringify(sorted(body))}`;
}
