import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../run/operationPlan';
import { joined } from '../records/joined';

/**
 * @param field a field of the search, e.g. `email`
 * @param operator compares the field with one value, e.g. `equals`
 * @param values at least one
 * @returns the condition that the field is one of the values (operators: docs/pylon-api-notes.md#search-filters)
 */
export function conditionOf(field: string, operator: string, values: string[]): IDataObject {
	return values.length === 1
		? { field, operator, value: values[0] }
		: { field, operator: 'in', values };
}

/**
 * @param call the item's call
 * @param template the path of the search, e.g. `/contacts/search`
 * @param conditions a record has to meet one of them
 * @param pageSize most records per page; default: see `Call.sendPages`
 * @returns every record that the search finds, from all pages: several may have the same name
 * @throws NodeApiError when Pylon gives no good answer, NodeOperationError when its pages do not end
 */
export async function searchAll(
	call: Call,
	template: string,
	conditions: IDataObject[],
	pageSize?: number,
): Promise<IDataObject[]> {
	const body = { filter: joined('or', conditions) };
	const found = await call.sendPages({ method: 'POST', template, body }, pageSize);
	return found.map(({ json }) => json).filter(({ id }) => typeof id === 'string');
}
