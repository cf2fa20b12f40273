import type { IExecutePaginationFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { toPylonRequest } from '../../shared/client/itemClient';
import { requestOfItem, type OperationPlan, type OwnRequest, type PathIds } from './operationPlan';

/**
 * Runs an item's steps and reads what its path names. Wrong input shows here, before anything is sent.
 * @param context of the item
 * @param declared the request as the operation declares it, with `{parameter}` in its path
 * @param plan what n8n has prepared of the operation
 * @param paths reads the parameters that name the records of a path
 * @returns the item's own request
 * @throws WrongInput or NodeOperationError when the input of a step or of the path is wrong
 */
export async function prepareRequest(
	context: IExecutePaginationFunctions,
	declared: IHttpRequestOptions,
	{ steps, slots }: OperationPlan,
	paths: PathIds,
): Promise<OwnRequest> {
	const ids = paths.read(context, declared.url);
	const request = requestOfItem(declared);
	for (const step of [...steps, ...(slots.validate ?? [])]) {
		const done = step.call(context, request);
		// Awaited only where it takes time: an item with more steps must not fall behind the next one.
		if (done !== undefined) await done;
	}
	return toPylonRequest(request, declared.url, ids);
}
