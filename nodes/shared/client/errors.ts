import type { IDataObject, INodeExecutionData, NodeApiError } from 'n8n-workflow';
import type { ErrorDetails, PylonApiError } from './pylonApiError';

/**
 * The item that continue-on-fail emits. It has nothing besides `error`: n8n sends an item to the error output when it has no
 * other key (workflow-execute.js, `handleNodeErrorOutput`), and an item's own `error` property would make n8n drop all but
 * the message (`normalizeNodeErrors`).
 * @param error what the item threw
 * @param itemIndex the index of the input item
 * @returns an item with the error's message, description and details, linked to the input item
 */
export function toErrorItem(error: unknown, itemIndex: number): INodeExecutionData {
	const { message, description } = error as Partial<NodeApiError>;
	return {
		json: {
			error: {
				message: message ?? String(error),
				...(typeof description === 'string' ? { description } : {}),
				...Object.fromEntries(
					Object.entries(errorDetails(error)).filter(([, value]) => value !== undefined),
				),
			},
		},
		pairedItem: { item: itemIndex },
	};
}

/**
 * Copies the error of a request that several items share, so that each has one of its own, and none changes the text of
 * another.
 * @param error what `send` threw, or anything else
 * @param itemIndex the index of the input item
 * @returns the copy. An error about all items, without an item in its context, stays one.
 */
export function errorOfItem(error: unknown, itemIndex: number): Error {
	const pylonError = error as PylonApiError;
	const copy = Object.create(
		Object.getPrototypeOf(pylonError) as object,
		Object.getOwnPropertyDescriptors(pylonError),
	) as PylonApiError;
	const context = pylonError.context as IDataObject | undefined;
	if (context !== undefined)
		copy.context = { ...context, ...(context.itemIndex === undefined ? {} : { itemIndex }) };
	return copy;
}

/**
 * @param shared what several items wait for
 * @param itemIndex the index of the input item that waits
 * @returns what it resolves to
 * @throws what it rejects with, as an error of this item (`errorOfItem`)
 */
export const sharedWith = async <T>(shared: Promise<T>, itemIndex: number): Promise<T> =>
	await shared.catch((error: unknown) => {
		throw errorOfItem(error, itemIndex);
	});

/**
 * Adds to an error of `toPylonError` what only the operation knows.
 * @param error what `send` threw
 * @param sentence is put behind the description
 * @param details are put beside status, code and request ID
 * @returns the same error
 */
export function addToError(error: unknown, sentence: string, details: IDataObject): PylonApiError {
	const pylonError = error as PylonApiError;
	pylonError.description = [pylonError.description, sentence].filter(Boolean).join(' ');
	pylonError.context.pylon = { ...(pylonError.context.pylon as IDataObject), ...details };
	return pylonError;
}

/**
 * @param error what `send` threw, or anything else
 * @returns what it says besides its text; empty when it does not come from a request
 */
export function errorDetails(error: unknown): ErrorDetails {
	return ((error as Partial<PylonApiError> | undefined)?.context?.pylon ?? {}) as ErrorDetails;
}
