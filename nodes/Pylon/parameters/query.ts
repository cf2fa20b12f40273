import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { beforeSending } from '../run/operationPlan';
import { toList } from './lists/lists';
import { shown, wrongInput } from './values';

/**
 * @param request of an operation with query parameters
 * @returns its query, which the caller may change
 */
export function queryOf(request: IHttpRequestOptions): IDataObject {
	return (request.qs ??= {});
}

/**
 * A `preSend` for a text in the query that was added and so must not be empty: a filter must never fall away.
 * @param property of the query, e.g. `language`
 * @param displayName of the parameter
 */
export const textInQuery = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const query = queryOf(request);
		const value = query[property];
		const text = typeof value === 'number' ? String(value) : value;
		if (typeof text === 'string' && text.trim() !== '') {
			query[property] = text.trim();
			return;
		}
		throw wrongInput(
			this,
			`'${displayName}' is empty`,
			`It is ${shown(value)}. Fill it in, or remove it. If it holds an expression, check that the incoming item has the field that the expression reads.`,
		);
	});

/**
 * A `preSend` for a list in the query, sent as `name=a&name=b` (openapi.yaml, `explode: true`); an empty one is left out.
 * @param property of the query, e.g. `document_ids`
 * @param displayName of the parameter
 */
export const listInQuery = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const query = queryOf(request);
		const entries = toList(this, query[property], displayName);
		if (entries.length === 0) delete query[property];
		else query[property] = entries;
		request.arrayFormat = 'repeat';
	});
