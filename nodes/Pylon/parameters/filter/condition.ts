import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { readJson } from '../../../shared/input';
import { beforeSending } from '../../run/operationPlan';
import type { ReadSent } from '../sentField';
import { bodyOf, placeOf } from '../values';
import { FilterReader } from './filterReader';

/** Pylon does not document the fields of such a condition, so only its grammar is checked. */
const ANYTHING = { fields: {}, customFieldsOf: 'any' } as const;

/**
 * Reads a condition that Pylon stores (for example to whom a macro is offered): it has the same grammar as a search's
 * filter.
 * @param context the item's context
 * @param value JSON text or an object
 * @param displayName the parameter's display name
 * @returns the condition as Pylon takes it
 * @throws WrongInput when the value is empty or not JSON; NodeOperationError when it is no condition
 */
function toCondition(
	context: IExecuteSingleFunctions,
	value: unknown,
	displayName: string,
): IDataObject {
	const tree = readJson(value, displayName, '{"field":"tags","operator":"contains","value":"vip"}');
	return new FilterReader(context, ANYTHING, displayName).read(tree);
}

/**
 * Makes the `preSend` that reads such a condition where n8n has put it into the body.
 * @param property the property of the body
 * @param displayName the parameter's name in the editor
 * @returns the `preSend`; it throws a NodeOperationError when the value is empty, not JSON, or no condition
 */
export const conditionInBody: ReadSent = (property, displayName) =>
	beforeSending(function (request) {
		const { holder, name } = placeOf(bodyOf(request), property);
		holder[name] = toCondition(this, holder[name], displayName);
	});
