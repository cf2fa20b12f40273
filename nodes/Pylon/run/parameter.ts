import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { isJsonObject } from '../../shared/input';
import { parametersOf } from './runState';

/**
 * Reads a parameter that several steps look at: its expressions are evaluated once per item, since each time takes n8n 0.6
 * to 0.8 ms (bench/README.md).
 * @param context of the item; n8n makes one for each
 * @param name of the parameter, with the collection that it sits in, e.g. `updateFields.assigneeId`
 * @param standard what it is where there is no such parameter, or a model has left it out
 * @returns its value, which is not to be changed
 * @throws what n8n throws when an expression fails
 */
export function parameterOnce(
	context: IExecuteSingleFunctions,
	name: string,
	standard: unknown = null,
): unknown {
	const known = parametersOf(context);
	if (known?.has(name)) return known.get(name);
	// n8n throws where neither a value nor another fallback than undefined is there.
	const value: unknown = context.getNodeParameter(name, standard);
	known?.set(name, value);
	return value;
}

/**
 * @param context of the item
 * @param name of an entry of the collections of fields that are written
 * @returns its value; undefined where the entry was not added
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
