import { type IExecutePaginationFunctions, NodeApiError } from 'n8n-workflow';
import { operationError } from '../input';
import { downloadErrorText, type Source, storingErrorText } from './downloadTexts';
import { errorDetails } from './errors';
import { PylonApiError } from './pylonApiError';
import { RequestFailed, type Failure } from './failure';

/** What to fetch, and the names of the parameters that a message may point to. */
export interface Download extends Source {
	/** The most bytes that are taken. */
	mostBytes: number;
	/** Display name of the parameter that sets `mostBytes`. */
	sizeParameter: string;
	/** The name that the user gives the file; empty to keep its own name. */
	fileName: string;
	/** The only hosts that the file may come from, including their subdomains; undefined for any host. */
	hosts?: string[];
	/** Display name of the parameter that lifts this limit. */
	hostsParameter: string;
}

export type Context = IExecutePaginationFunctions;
/** Why the connection was closed. */
export const SILENT = new RequestFailed({
	kind: 'network',
	code: 'ETIMEDOUT',
	text: 'No data came',
	whileConnecting: false,
});

/**
 * The file is too large. The error has neither code nor cause, so that the retry does not take it for a failed request. The
 * same goes for the classes below.
 */
export class TooLarge extends Error {}

/** n8n could not store the file. */
export class NotStored extends Error {
	constructor(readonly reason: unknown) {
		super();
	}
}

/** The file is on a host that it must not come from. */
export class OtherHost extends Error {
	constructor(readonly url: URL) {
		super();
	}
}

/**
 * Finds the words for a file that could not be fetched or stored.
 * @param context the item's context
 * @param file where the file is, and the parameters that a message may name
 * @param error what was thrown
 * @param failure the failure of the last request; undefined when none has failed
 * @returns the error to throw for the item
 */
export function toDownloadError(
	context: Context,
	file: Download,
	error: unknown,
	failure: Failure | undefined,
): unknown {
	if (error instanceof TooLarge) {
		return operationError(
			context,
			`The file is larger than '${file.sizeParameter}' allows`,
			`It has more than ${file.mostBytes / 1_000_000} MB. Increase '${file.sizeParameter}' if this n8n has enough space.`,
		);
	}
	if (error instanceof OtherHost) {
		return operationError(
			context,
			`The file is on ${error.url.host}, which is not Pylon's`,
			`Check '${file.parameter}'. If you want to download files from there, switch off '${file.hostsParameter}'.`,
		);
	}
	if (error instanceof NotStored) return notStored(context, error);
	if (error instanceof PylonApiError && context.getExecutionCancelSignal()?.aborted !== true) {
		const { message, description } = downloadErrorText(file, failure, errorDetails(error).status);
		if (message !== undefined) error.message = message;
		error.description = description;
	}
	return error;
}

function notStored(context: Context, { reason }: NotStored): NodeApiError {
	const text = storingErrorText(reason);
	// A NodeOperationError would become one of these; both put n8n's words in the place of a message with a code like
	// EACCES (n8n-core 2.41, `routing-node.js`; n8n-workflow 2.41, `setDescriptiveErrorMessage`).
	const error = new NodeApiError(
		context.getNode(),
		{},
		{ ...text, itemIndex: context.getItemIndex() },
	);
	error.message = text.message;
	return error;
}
