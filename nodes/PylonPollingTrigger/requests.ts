import type { NodeApiError } from 'n8n-workflow';

/**
 * @param answer of a request about a record that may have been deleted since it was found
 * @returns the answer; undefined when the record is gone
 * @throws NodeApiError when another thing went wrong
 */
export const unlessGone = async <T>(answer: Promise<T>): Promise<T | undefined> =>
	await answer.catch((error: NodeApiError) => {
		if (error.httpCode === '404') return undefined;
		throw error;
	});
