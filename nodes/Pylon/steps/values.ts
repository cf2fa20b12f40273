import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/**
 * @param context of the item
 * @param message names the parameter and what is wrong with it
 * @param description says what to do
 * @returns the error of this item, before anything is sent
 */
export function wrongInput(context: IExecuteSingleFunctions, message: string, description: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, {
		itemIndex: context.getItemIndex(),
		description,
	});
}

/**
 * @param request of an operation with a JSON body
 * @returns its body, which the caller may change
 */
export function bodyOf(request: IHttpRequestOptions): IDataObject {
	return request.body as IDataObject;
}

/**
 * @param value what a message shows of an unusable value
 * @returns it as JSON, cut to 60 characters
 */
export function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
