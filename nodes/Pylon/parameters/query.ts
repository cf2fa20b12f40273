import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { beforeSending } from '../run/operationPlan';
import { emailKey, readEmail, readList, readText } from '../../shared/input';

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
		query[property] = readText(query[property], displayName);
	});

/**
 * A `preSend` for an email address in the query, written as addresses are compared: without capitals.
 * @param property of the query, e.g. `email`
 * @param displayName of the parameter
 */
export const emailInQuery = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const query = queryOf(request);
		query[property] = emailKey(readEmail(query[property], displayName));
	});

/**
 * A `preSend` for a list in the query, sent as `name=a&name=b` (openapi.yaml, `explode: true`); an empty one is left out.
 * @param property of the query, e.g. `document_ids`
 * @param displayName of the parameter
 * @param read how its entries are read. Default: as any text.
 */
export const listInQuery = (
	property: string,
	displayName: string,
	read: (value: unknown, displayName: string) => string[] = readList,
) =>
	beforeSending(function (request) {
		const query = queryOf(request);
		const entries = read(query[property], displayName);
		if (entries.length === 0) delete query[property];
		else query[property] = entries;
		request.arrayFormat = 'repeat';
	});
