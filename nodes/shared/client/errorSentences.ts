/**
 * @param error what a request threw
 * @returns its message and advice in sentences, for a place that is not an error: a note, a property of an item
 */
export function errorSentences(error: unknown): string {
	const { message, description } = error as { message?: unknown; description?: unknown };
	return [message, description]
		.filter((part) => typeof part === 'string' && part !== '')
		.map((part) => (/[.!?]$/.test(String(part)) ? String(part) : `${String(part)}.`))
		.join(' ');
}
