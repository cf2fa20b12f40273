import { isUnknownRecord } from '../shared/client/unknownRecord';

/**
 * @param answer a request about a record that may have been deleted since it was found
 * @returns the answer; undefined when Pylon says that it has no such record
 * @throws NodeApiError when anything else went wrong, also for a 404 by which Pylon does not mean the record
 */
export const unlessGone = async <T>(answer: Promise<T>): Promise<T | undefined> =>
	await answer.catch((error: unknown) => {
		if (isUnknownRecord(error)) return undefined;
		throw error;
	});
