import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/** What reading a parameter needs of its context; where there are no items, there is no index. */
export interface InputContext {
	getNode: IExecuteSingleFunctions['getNode'];
	getTimezone: IExecuteSingleFunctions['getTimezone'];
	getItemIndex?: () => number;
}

/**
 * @param context of the item
 * @param message names the parameter and what is wrong with it
 * @param description says what to do
 * @returns the error of this item, before anything is sent
 */
export function wrongInput(
	context: Omit<InputContext, 'getTimezone'>,
	message: string,
	description: string,
): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, {
		itemIndex: context.getItemIndex?.(),
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
 * @param context of the item
 * @param value of a switch; an expression or an AI model may give it as text
 * @param displayName of the switch
 * @throws NodeOperationError when it is neither true nor false
 */
export function toSwitch(context: Omit<InputContext, 'getTimezone'>, value: unknown, displayName: string): boolean {
	const text = String(value).trim().toLowerCase();
	if (text === 'true' || text === 'false') return text === 'true';
	throw wrongInput(context, `'${displayName}' has to be true or false`, `It is ${shown(value)}. Change '${displayName}', or remove it if it is optional.`);
}

/**
 * @param value what a message shows of an unusable value
 * @returns it as JSON, cut to 60 characters
 */
export function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
