import type { IExecutePaginationFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { itemCount } from './preparation';
import { isToolCall } from './tool';

type ErrorOfNode = Error & { description?: unknown; context?: { itemIndex?: unknown } };

function toNodeError(context: IExecutePaginationFunctions, error: unknown): ErrorOfNode {
	if (error instanceof Error && 'node' in error && 'context' in error) return error as ErrorOfNode;
	return new NodeOperationError(context.getNode(), error instanceof Error ? error : String(error), {
		itemIndex: context.getItemIndex(),
	});
}

/**
 * Puts into the message of the error that ends a run what n8n shows only beside it, or nowhere: which of several items it is
 * about (n8n's guidelines for errors: https://docs.n8n.io/connect/create-nodes/build-your-node/reference/ux-guidelines), and,
 * for an AI model, what to do next, since an agent gets nothing but the message.
 * @param context the context of the item that failed
 * @param thrown what the item threw; without `itemIndex` in its context it is about all items
 * @returns the same error with another message; a new NodeOperationError where it was no error of a node yet
 */
export function errorOfRun(context: IExecutePaginationFunctions, thrown: unknown): Error {
	const error = toNodeError(context, thrown);
	const { description } = error;
	if (isToolCall(context) && typeof description === 'string' && description !== '') {
		error.message = `${error.message}${/[.!?]$/.test(error.message) ? '' : '.'} ${description}`;
		error.description = undefined;
	} else if (itemCount(context) > 1 && error.context?.itemIndex !== undefined) {
		error.message = `${error.message} [item ${String(error.context.itemIndex)}]`;
	}
	return error;
}
