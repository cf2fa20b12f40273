import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../run/operationPlan';

/**
 * @param field of the search
 * @param operator that compares it with one value
 * @param values at least one
 * @returns the condition that the field is one of the values (operators: docs/pylon-api-notes.md#search-filters)
 */
export function conditionOf(field: string, operator: string, values: string[]): IDataObject {
	return values.length === 1
		? { field, operator, value: values[0] }
		: { field, operator: 'in', values };
}

/**
 * @param call of the item that asks
 * @param template of the search, e.g. `/contacts/search`
 * @param conditions of which a record meets one
 * @param pageSize most records per page; default as many as Pylon sends
 * @returns every record that the search finds, from all pages: several may have the same name
 * @throws NodeApiError when Pylon gives no good answer, NodeOperationError when its pages do not end
 */
export async function searchAll(
	call: Call,
	template: string,
	conditions: IDataObject[],
	pageSize?: number,
): Promise<IDataObject[]> {
	const filter =
		conditions.length === 1 ? conditions[0] : { operator: 'or', subfilters: conditions };
	const found = await call.sendPages({ method: 'POST', template, body: { filter } }, pageSize);
	return found.map(({ json }) => json).filter(({ id }) => typeof id === 'string');
}
