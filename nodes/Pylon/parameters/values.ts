import type { IDataObject, IExecuteSingleFunctions, NodeOperationError } from 'n8n-workflow';
import { toOperationError, WrongInput, type ErrorContext } from '../../shared/input';

export { shown } from '../../shared/input';

/** What reading a parameter needs of its context; where there are no items, there is no index. */
export interface InputContext extends ErrorContext {
	getTimezone: IExecuteSingleFunctions['getTimezone'];
}

/**
 * @param context of the item
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
 * @param request of an operation with a JSON body
 * @returns its body, which the caller may change
 */
export function bodyOf(request: { body?: unknown }): IDataObject {
	return request.body as IDataObject;
}

/**
 * @param body of a request
 * @param property within it, e.g. `visibility.user_ids`
 * @returns the object that holds it and its name there; an object that is missing is not made
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
