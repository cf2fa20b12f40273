export type HeaderFault = 'missing' | 'repeated' | 'malformed';

/**
 * Reads one header from a request's `rawHeaders` (name and value in turn), where a header that was sent twice still
 * shows twice; `headers` has them joined.
 * @param name in any case
 * @returns its value, or what is wrong with it
 */
export function readHeader(
	rawHeaders: string[],
	name: string,
): { value: string } | 'missing' | 'repeated' {
	const sought = name.toLowerCase();
	const values = rawHeaders.filter(
		(_, index) => index % 2 === 1 && rawHeaders[index - 1].toLowerCase() === sought,
	);
	if (values.length === 0 || values[0] === '') return 'missing';
	return values.length > 1 ? 'repeated' : { value: values[0] };
}

/** @returns whether a text can be the name of a header (RFC 9110, token) */
export const isHeaderName = (name: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(name);
