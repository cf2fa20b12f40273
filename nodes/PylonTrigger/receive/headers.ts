export type HeaderFault = 'missing' | 'repeated' | 'malformed';

/**
 * Reads one header. Node's `rawHeaders` still show a header twice that was sent twice, whereas `headers` has both joined.
 * @param rawHeaders names and values in turn
 * @param name the header's name, in upper or lower case
 * @returns its value, or what is wrong with it
 */
export function readHeader(
	rawHeaders: string[],
	name: string,
): { value: string } | 'missing' | 'repeated' {
	const sought = name.toLowerCase();
	const values = rawHeaders.filter(
		(_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === sought,
	);
	const [value = '', ...more] = values;
	if (value === '') return 'missing';
	return more.length > 0 ? 'repeated' : { value };
}

/**
 * @param name as the user typed it, without white space around it
 * @returns whether it can be the name of a header (a token of RFC 9110, section 5.6.2:
 * https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2)
 */
export const isHeaderName = (name: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(name);
