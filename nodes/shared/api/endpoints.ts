import type { IHttpRequestMethods } from 'n8n-workflow';
import type { Endpoint } from './endpoint';
import { ENDPOINTS } from './endpoints.generated';

/** Every part of a known path that names no record. */
const FIXED_PARTS = new Set(
	Object.keys(ENDPOINTS).flatMap((key) =>
		key
			.slice(key.indexOf('/') + 1)
			.split('/')
			.filter((part) => part !== '{}'),
	),
);

/**
 * Rate limits go by endpoint, not by record. A part that is no known word counts as an ID: of two unknown endpoints, at
 * worst both share a pause.
 * @param path the path of a request, or its template, e.g. `/issues/123/messages`
 * @returns the path with `{}` for each ID, e.g. `/issues/{}/messages`
 */
export function templateOf(path: string): string {
	return path
		.split('/')
		.map((part, index) => (index < 2 || FIXED_PARTS.has(part) ? part : '{}'))
		.join('/');
}

/**
 * @param method the method of a request
 * @param path the path of the request, or its template
 * @returns what is known of the endpoint; undefined when Pylon's API description does not have it
 */
export function endpointOf(method: IHttpRequestMethods, path: string): Endpoint | undefined {
	return ENDPOINTS[`${method} ${templateOf(path)}`];
}

/**
 * @param method the method of a request
 * @param path the path of the request, or its template
 * @returns whether the request only reads: a GET, or a search
 */
export const isRead = (method: IHttpRequestMethods, path: string): boolean =>
	method === 'GET' || (method === 'POST' && path.endsWith('/search'));

/**
 * @param method the method of a request
 * @param path the path of the request, or its template
 * @returns whether sending the request twice does no more than sending it once. Among POSTs to unknown endpoints, only a
 * search is safe.
 */
export function isSafeToRepeat(method: IHttpRequestMethods, path: string): boolean {
	return endpointOf(method, path)?.safeToRepeat ?? (method !== 'POST' || isRead(method, path));
}

/**
 * @param method the method of the request that lists
 * @param path its path, or its template
 * @returns most records of one page, see `Endpoint`; undefined when the endpoint is not known, or lists nothing
 */
export function pageSizeOf(method: IHttpRequestMethods, path: string): number | undefined {
	return endpointOf(method, path)?.pageSize;
}

/** Counts for an endpoint that is not known: the lowest of Pylon's three limits (docs/pylon-api-notes.md#rate-limits). */
const LOWEST_LIMIT = 30;

/**
 * @param method the method of a request
 * @param path the path of the request, or its template
 * @returns how many calls a minute Pylon's API description allows; the lowest of its limits for an endpoint that it does not
 * have
 */
export function callsPerMinute(method: IHttpRequestMethods, path: string): number {
	return endpointOf(method, path)?.rateLimit ?? LOWEST_LIMIT;
}

/**
 * @param path the path of a record, with its values in place
 * @returns the key under which items of a run that write to the record go one after the other
 */
export const recordKey = (path: string): string => `record ${path}`;

/**
 * Finds the record whose writes must keep their order. Several requests are under way at a time, and one that Pylon puts off
 * (429, 503) is sent again after those that came later: the customer would read the first of three replies last, and the
 * first of two updates would undo the second.
 * @param method the method of the request
 * @param path its path, with the values in place
 * @returns the key of the record that is written to; undefined when nothing is written, or the order makes no difference
 */
export function writtenRecord(method: IHttpRequestMethods, path: string): string | undefined {
	const endpoint = endpointOf(method, path);
	const keepsOrder =
		endpoint === undefined
			? !['GET', 'POST'].includes(method) && templateOf(path).includes('{}')
			: endpoint.keepsOrder;
	return keepsOrder ? recordKey(path) : undefined;
}
