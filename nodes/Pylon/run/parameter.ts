import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { isJsonObject } from '../../shared/input';
import { parametersOf } from './runState';

/**
 * Reads a parameter that several steps look at. Its expressions are evaluated once per item, since each evaluation takes n8n
 * 0.6 to 0.8 ms (bench/README.md).
 * @param context the item's context; n8n makes one for each item
 * @param name the parameter, with the collection that it is in, e.g. `updateFields.assigneeId`
 * @param standard the value where there is no such parameter, or a model has left it out
 * @returns the parameter's value, which callers must not change
 * @throws what n8n throws when an expression fails
 */
export function parameterOnce(
	context: IExecuteSingleFunctions,
	name: string,
	standard: unknown = null,
): unknown {
	const known = parametersOf(context);
	if (known?.has(name)) return known.get(name);
	// n8n throws where there is no value and the fallback is undefined.
	const value: unknown = context.getNodeParameter(name, standard);
	known?.set(name, value);
	return value;
}

/**
 * Reads an entry of 'Additional Fields' or 'Update Fields', whichever the operation has.
 * @param context the item's context
 * @param name the entry, e.g. `assigneeId`
 * @returns an object with its value; undefined where the user has not added the entry
 * @throws what n8n throws when its expression fails
 */
export function addedParameter(
	context: IExecuteSingleFunctions,
	name: string,
): { value: unknown } | undefined {
	for (const collection of ['additionalFields', 'updateFields']) {
		const values = parameterOnce(context, collection);
		if (isJsonObject(values) && Object.hasOwn(values, name)) return { value: values[name] };
	}
	return undefined;
}
