import type { IDataObject, IExecuteSingleFunctions, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { errorTextFor, type ErrorText, type RequestInfo } from './errorTexts';
import type { Failure } from './failure';
import { headerOf } from './headers';
import { oneLine } from './response';

/** What an error says besides its text. */
export interface ErrorDetails {
	status?: number;
	code?: string;
	requestId?: string;
	existsId?: string;
	retryAfterMs?: number;
	/** Whether Pylon may have acted although no good answer came. */
	maybeProcessed?: boolean;
}

/** Most characters of a message, which n8n shows, logs and stores with each item. */
export const LONGEST_MESSAGE = 1000;

/** n8n's classes of why a node could not go on; versions before 2.4x ignore them. */
type Cause =
	'rate-limited' | 'credential-invalid' | 'temporarily-unavailable' | 'configuration-invalid';

/** The error of every failed request. Its details are in `context.pylon`, since n8n stores that part of an error. */
export class PylonApiError extends NodeApiError {
	constructor(
		node: INode,
		text: ErrorText,
		details: ErrorDetails,
		itemIndex?: number,
		cause?: Cause,
	) {
		// A new error: one that is made from another keeps the old text (n8n-workflow 2.41).
		super(node, { ...details } as JsonObject, {
			message: text.message,
			description: text.description,
			httpCode: details.status === undefined ? undefined : String(details.status),
			itemIndex,
			...(cause === undefined ? {} : { failure: { cause, retryAfterMs: details.retryAfterMs } }),
		});
		// n8n and its editor know errors by this name.
		this.name = 'NodeApiError';
		// n8n replaces a message that has, or comes with, a code like ECONNRESET by a sentence of its own
		// (n8n-workflow 2.41, `setDescriptiveErrorMessage`).
		this.message = oneLine(text.message, LONGEST_MESSAGE);
		this.description = text.description;
		this.context.pylon = details as IDataObject;
	}

	get details(): ErrorDetails {
		return this.context.pylon as ErrorDetails;
	}
}

function detailsOf(failure: Failure, info: RequestInfo): ErrorDetails {
	const details: ErrorDetails = {};
	if (failure.kind === 'http') {
		details.status = failure.status;
		details.code = failure.body?.code;
		details.existsId = failure.body?.existsId;
	}
	if (failure.kind === 'network' && failure.code !== '') details.code = failure.code;
	if (failure.kind === 'http' || failure.kind === 'unreadable') {
		const fromHeader = oneLine(headerOf(failure.headers, 'x-pylon-request-id'), 200);
		details.requestId =
			(failure.kind === 'http' ? failure.body?.requestId : undefined) ?? (fromHeader || undefined);
	}
	if (info.retryAfterMs !== undefined) details.retryAfterMs = Math.ceil(info.retryAfterMs);
	if (info.maybeProcessed || info.maybeRepeated) details.maybeProcessed = true;
	return details;
}

function causeOf(failure: Failure): Cause | undefined {
	if (failure.kind === 'http') {
		if (failure.status === 429) return 'rate-limited';
		if (failure.status === 401 || failure.status === 403) return 'credential-invalid';
		return failure.status >= 500 ? 'temporarily-unavailable' : 'configuration-invalid';
	}
	return ['network', 'unreadable', 'unsent'].includes(failure.kind)
		? 'temporarily-unavailable'
		: undefined;
}

const REPEATED = 'Pylon may have processed one of the tries anyway; repeating it does no harm.';

function descriptionOf(
	{ description }: ErrorText,
	{ maybeRepeated, from }: RequestInfo,
	{ requestId, status }: ErrorDetails,
): string {
	// Nobody in front of a list needs to tell Pylon that it is busy.
	const isBusyList = from === 'editor' && status === 429;
	return [
		description,
		maybeRepeated ? REPEATED : '',
		requestId === undefined || isBusyList ? '' : `Pylon's request ID: ${requestId}.`,
	]
		.filter((sentence) => sentence !== '')
		.join(' ');
}

/**
 * Turns every failure into the error that n8n shows.
 * @param context the context of the item, trigger or editor
 * @param failure what came instead of the answer
 * @param info what was asked
 * @returns an error with Pylon's own text, code, request ID, HTTP status, the item, and what to do next
 */
export function toPylonError(
	context: Pick<IExecuteSingleFunctions, 'getNode' | 'getItemIndex'>,
	failure: Failure,
	info: RequestInfo,
): PylonApiError {
	const text = errorTextFor(info, failure);
	const details = detailsOf(failure, info);
	const error = new PylonApiError(
		context.getNode(),
		{ message: text.message, description: descriptionOf(text, info, details) },
		details,
		// Such a failure concerns the whole run, so it names no item.
		failure.kind === 'cancelled' || failure.kind === 'unsent' ? undefined : context.getItemIndex(),
		causeOf(failure),
	);
	if (failure.kind === 'http' && failure.body !== undefined) error.context.data = failure.body.raw;
	return error;
}
