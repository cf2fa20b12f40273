import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { beforeSending } from '../run/operationPlan';
import { emailKey, readEmail, readList, readText } from '../../shared/input';

/**
 * @param request the request of an operation with query parameters
 * @returns its query, which the caller may change
 */
export function queryOf(request: IHttpRequestOptions): IDataObject {
	return (request.qs ??= {});
}

/**
 * @param property of the query, e.g. `language`
 * @param displayName the parameter's display name
 * @returns a `preSend` for a text in the query. It refuses an empty one that was added: no filter may be left out silently.
 */
export const textInQuery = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const query = queryOf(request);
		query[property] = readText(query[property], displayName);
	});

/**
 * @param property of the query, e.g. `email`
 * @param displayName the parameter's display name
 * @returns a `preSend` for an email address in the query, which is sent in the form for comparing: in lower case
 */
export const emailInQuery = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const query = queryOf(request);
		query[property] = emailKey(readEmail(query[property], displayName));
	});

/**
 * @param property of the query, e.g. `document_ids`
 * @param displayName the parameter's display name
 * @param read reads its entries; default: as any text
 * @returns a `preSend` for a list in the query, sent as `name=a&name=b` (openapi.yaml, `explode: true`); an empty list is
 * left out
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
