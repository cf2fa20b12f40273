import type { NodeApiError } from 'n8n-workflow';

import { isRecord } from './envelope';
import { errorDetails } from './errors';

/** Pylon's words for a path that it does not have (docs/pylon-api-notes.md#errors). For a record, it says "Issue not found!". */
const NO_SUCH_PATH = 'Not a valid API URL!';

/**
 * @param error what `send` threw
 * @returns whether Pylon itself says that it has no such record: a 404 with `errors` in its body (openapi.yaml,
 * `ErrorResponse`). A 404 from a proxy on the way, or about the path, says nothing about the record.
 */
export function isUnknownRecord(error: unknown): boolean {
	if (errorDetails(error).status !== 404) return false;
	const { data } = (error as NodeApiError).context;
	const errors: unknown[] = isRecord(data) && Array.isArray(data.errors) ? data.errors : [];
	return errors.some((entry) => typeof entry === 'string') && !errors.includes(NO_SUCH_PATH);
}
