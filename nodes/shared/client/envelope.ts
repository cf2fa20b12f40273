import type { IDataObject, IHttpRequestMethods, INodeExecutionData } from 'n8n-workflow';

/**
 * @param value anything parsed from JSON
 * @returns whether it is an object, neither null nor a list
 */
export function isRecord(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * @param value a record's field that holds a text, such as an ID, a name or a slug
 * @returns the text; empty where Pylon sent none, since `String()` throws for some objects and makes words of others
 */
export function fieldText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function toItem(record: unknown): INodeExecutionData {
	return { json: isRecord(record) ? record : { value: record as IDataObject['value'] } };
}

const ENVELOPE = ['data', 'pagination', 'request_id'];

/**
 * Takes Pylon's envelope `{ data, pagination, request_id }` off an answer.
 * @param body the answer's JSON object
 * @param method the method of the request; a delete becomes `{ deleted: true }`, as n8n's UX guidelines ask
 * (https://docs.n8n.io/connect/create-nodes/build-your-node/reference/ux-guidelines)
 * @param isList whether the operation lists records; `data` may be null then (docs/pylon-api-notes.md#pagination)
 * @returns one item for each record, none for an empty list. For an answer without a record, one item with what it has
 * besides the envelope, otherwise with `{ success: true }`.
 */
export function openEnvelope(
	body: IDataObject,
	method: IHttpRequestMethods,
	isList: boolean,
): INodeExecutionData[] {
	if (method === 'DELETE') return [{ json: { deleted: true } }];
	const { data } = body;
	if (Array.isArray(data)) return data.map(toItem);
	if (isList) return [];
	if (data !== undefined && data !== null) return [toItem(data)];
	const rest = Object.entries(body).filter(([key]) => !ENVELOPE.includes(key));
	return [{ json: rest.length > 0 ? Object.fromEntries(rest) : { success: true } }];
}
