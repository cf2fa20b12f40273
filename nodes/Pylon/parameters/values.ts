import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import type { ErrorContext } from '../../shared/input';

/** `wrongInput` makes the error of a parameter's value, before anything is sent: its message names the parameter. */
export { operationError as wrongInput, shown } from '../../shared/input';

/** The context that reading a parameter needs; where there are no items, there is no index. */
export interface InputContext extends ErrorContext {
	getTimezone: IExecuteSingleFunctions['getTimezone'];
}

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
