/**
 * @param text percent-encoded
 * @returns the decoded text; the same text where it cannot be decoded
 */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
