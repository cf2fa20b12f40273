import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { wordsFor, type Asked, type Words } from './errorTexts';
import type { Failure } from './failure';

/** What an item's error tells beside its words. */
export interface Facts {
	status?: number;
	code?: string;
	requestId?: string;
	existsId?: string;
	retryAfterMs?: number;
	mayHaveHappened?: boolean;
}

function factsOf(failure: Failure, asked: Asked, retryAfterMs: number | undefined): Facts {
	const facts: Facts = {};
	if (failure.kind === 'http') {
		facts.status = failure.status;
		facts.code = failure.body?.code;
		facts.existsId = failure.body?.existsId;
	}
	if (failure.kind === 'network' && failure.code !== '') facts.code = failure.code;
	if (failure.kind === 'http' || failure.kind === 'unreadable') {
		const fromHeader = failure.headers['x-pylon-request-id'];
		facts.requestId =
			(failure.kind === 'http' ? failure.body?.requestId : undefined) ??
			(typeof fromHeader === 'string' ? fromHeader : undefined);
	}
	if (retryAfterMs !== undefined) facts.retryAfterMs = Math.ceil(retryAfterMs);
	if (asked.mayHaveHappened) facts.mayHaveHappened = true;
	return facts;
}

/** n8n's words for why a node could not go on; versions before 2.4x ignore them. */
function causeOf(failure: Failure) {
	if (failure.kind === 'http') {
		if (failure.status === 429) return 'rate-limited' as const;
		if (failure.status === 401 || failure.status === 403) return 'credential-invalid' as const;
		if (failure.status >= 500) return 'temporarily-unavailable' as const;
		return 'configuration-invalid' as const;
	}
	return ['network', 'unreadable'].includes(failure.kind) ? ('temporarily-unavailable' as const) : undefined;
}

/**
 * The one translation from what went wrong to what n8n shows.
 * @param context of the item
 * @param failure what came instead of the answer
 * @param asked what was asked
 * @param retryAfterMs how long the server still asks to wait
 * @returns a fresh NodeApiError (one made from another keeps the old words, n8n-workflow 2.41): Pylon's words, code,
 * request id, HTTP status, the item, and what to do next
 */
export function toPylonError(
	context: Pick<IExecuteSingleFunctions, 'getNode' | 'getItemIndex'>,
	failure: Failure,
	asked: Asked,
	retryAfterMs?: number,
): NodeApiError {
	const words = wordsFor({ ...asked, retryAfterMs }, failure);
	const facts = factsOf(failure, asked, retryAfterMs);
	const cause = causeOf(failure);
	const error = new NodeApiError(context.getNode(), { ...facts } as JsonObject, {
		message: words.message,
		description: withRequestId(words, facts),
		httpCode: facts.status === undefined ? undefined : String(facts.status),
		itemIndex: context.getItemIndex(),
		...(cause === undefined ? {} : { failure: { cause, retryAfterMs: facts.retryAfterMs } }),
	});
	// n8n puts words of its own in the place of a message that holds, or comes with, a code like ECONNRESET
	// (n8n-workflow 2.41, `setDescriptiveErrorMessage`).
	error.message = words.message;
	error.context.pylon = facts as IDataObject;
	if (failure.kind === 'http' && failure.body !== undefined) error.context.data = failure.body.raw;
	return error;
}

function withRequestId({ description }: Words, { requestId }: Facts): string {
	return requestId === undefined ? description : `${description} Pylon's request ID: ${requestId}.`;
}

/**
 * What continue-on-fail emits. Nothing beside `error`: n8n sends an item to the error output when it has no other key
 * (workflow-execute.js, `handleNodeErrorOutput`), and an item's own `error` property would make n8n drop all but the
 * message (`normalizeNodeErrors`).
 * @param error thrown for the item
 * @param itemIndex of the input item
 */
export function toErrorItem(error: unknown, itemIndex: number): INodeExecutionData {
	const { message, description } = error as Partial<NodeApiError>;
	return {
		json: {
			error: {
				message: message ?? String(error),
				...(typeof description === 'string' ? { description } : {}),
				...Object.fromEntries(Object.entries(factsOfError(error)).filter(([, value]) => value !== undefined)),
			},
		},
		pairedItem: { item: itemIndex },
	};
}

/**
 * Of a request that several items share: an error of its own for each, so that none changes the words of another.
 * @param error caught from `send`
 * @param itemIndex of the input item
 */
export function errorOfItem(error: unknown, itemIndex: number): Error {
	const known = error as NodeApiError;
	const copy = Object.create(Object.getPrototypeOf(known) as object, Object.getOwnPropertyDescriptors(known)) as NodeApiError;
	copy.context = { ...known.context, itemIndex };
	return copy;
}

/**
 * Adds to an error of `toPylonError` what only the operation knows.
 * @param error caught from `send`
 * @param sentence goes behind the description
 * @param facts go beside status, code and request id
 * @returns the same error
 */
export function addToError(error: unknown, sentence: string, facts: IDataObject): NodeApiError {
	const known = error as NodeApiError;
	known.description = [known.description, sentence].filter(Boolean).join(' ');
	known.context.pylon = { ...(known.context.pylon as IDataObject), ...facts };
	return known;
}

/**
 * @param error caught from `send`
 * @returns what its item's error tells beside its words
 */
export function factsOfError(error: unknown): Facts {
	return ((error as Partial<NodeApiError>).context?.pylon ?? {}) as Facts;
}
