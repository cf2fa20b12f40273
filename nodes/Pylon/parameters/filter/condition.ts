import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { readJson } from '../../../shared/input';
import { FilterReader } from './filterReader';

/** What such a condition can look at is not documented, so only its grammar is checked. */
const ANYTHING = { fields: {}, customFieldsOf: 'any' } as const;

/**
 * Reads a condition that Pylon stores (for example for whom a macro is offered): the same grammar as a search's filter.
 * @param context of the item
 * @param value JSON text or an object
 * @param displayName of the parameter
 * @returns it as Pylon takes it
 * @throws NodeOperationError when it is empty, not JSON, or no condition
 */
export function toCondition(
	context: IExecuteSingleFunctions,
	value: unknown,
	displayName: string,
): IDataObject {
	const tree = readJson(value, displayName, '{"field":"tags","operator":"contains","value":"vip"}');
	return new FilterReader(context, ANYTHING, displayName).read(tree);
}
