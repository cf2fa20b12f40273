import type { IDataObject, IExecuteSingleFunctions, NodeOperationError } from 'n8n-workflow';
import { toOperationError, WrongInput, type ErrorContext } from '../../shared/input';

export { shown } from '../../shared/input';

/** The context that reading a parameter needs; where there are no items, there is no index. */
export interface InputContext extends ErrorContext {
	getTimezone: IExecuteSingleFunctions['getTimezone'];
}

/**
 * @param context the item's context
 * @param message names the parameter and what is wrong with it
 * @param description says what to do
 * @returns the error of this item, before anything is sent
 */
export const wrongInput = (
	context: ErrorContext,
	message: string,
	description: string,
): NodeOperationError =>
	toOperationError(context, new WrongInput(message, description)) as NodeOperationError;

/**
 * @param request the request of an operation with a JSON body
 * @returns its body, which the caller may change
 */
export function bodyOf(request: { body?: unknown }): IDataObject {
	return request.body as IDataObject;
}

/**
 * @param body a request's body
 * @param property a property within it, e.g. `visibility.user_ids`
 * @returns the object that contains the property, and the property's name there; a missing object is not made
 */
export function placeOf(
	body: IDataObject,
	property: string,
): { holder: IDataObject; name: string } {
	const names = property.split('.');
	const name = String(names.pop());
	return {
		holder: names.reduce((holder, part) => (holder[part] ?? {}) as IDataObject, body),
		name,
	};
}
