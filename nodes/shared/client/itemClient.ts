import type { IExecutePaginationFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { templateOf } from '../api/endpoints';
import type { ClientOptions } from './client';
import type { Connection } from './connection';
import type { PylonRequest } from './pylonRequest';
import type { RetryBudget } from './retry';

/** What n8n gives a request when the user sets no 'Timeout' (n8n-core 2.41, `routing-node.js`). */
const DEFAULT_TIMEOUT_MS = 300_000;

/**
 * The client for one item of the Pylon node: what the user has set under 'Request Options' holds for each of its requests.
 * @param context of the item
 * @param connection from `connectWithRetry`
 * @param budget shared by all requests of the item
 * @param declared what n8n prepared, with proxy, timeout and TLS
 */
export function itemClient(
	context: IExecutePaginationFunctions,
	connection: Connection,
	budget: RetryBudget,
	{ timeout, proxy, skipSslCertificateValidation }: IHttpRequestOptions,
): ClientOptions {
	return {
		context,
		connection,
		budget,
		transport: {
			timeoutMs: typeof timeout === 'number' && timeout > 0 ? timeout : DEFAULT_TIMEOUT_MS,
			proxy,
			skipSslCertificateValidation,
			signal: context.getExecutionCancelSignal(),
		},
		from: 'item',
	};
}

/**
 * @param request of the item, as n8n and the operation's steps have made it
 * @param template that the operation declares as its URL. A step may have put a path of its own in its place.
 * @param ids what stands for the names in braces
 * @returns the client's own form of it
 */
export function toPylonRequest(
	{ method = 'GET', url, qs, body, arrayFormat }: IHttpRequestOptions,
	template: string,
	ids: Record<string, string>,
): PylonRequest & Required<Pick<PylonRequest, 'method' | 'ids'>> {
	const place =
		url === template ? { template, ids } : { template: templateOf(url), ids: {}, path: url };
	return { method, ...place, query: qs, body, arrayFormat };
}
