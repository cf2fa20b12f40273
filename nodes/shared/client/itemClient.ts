import type { IExecutePaginationFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { templateOf } from '../api/endpoints';
import type { ClientOptions } from './client';
import type { Connection } from './connection';
import type { PylonRequest } from './pylonRequest';
import type { RetryBudget } from './retry';

/** What n8n allows a request when the user sets no 'Timeout' (n8n-core 2.41, `routing-node.js`). */
const DEFAULT_TIMEOUT_MS = 300_000;

/**
 * Makes the client for one item of the Pylon node: what the user has set under 'Request Options' applies to each of its
 * requests.
 * @param context the item's context
 * @param connection from `connectWithRetry`
 * @param budget shared by all requests of the item
 * @param declared what n8n prepared, with proxy, timeout and certificate checks
 * @returns options for `sendToPylon`
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
 * @param request the item's request, as n8n and the operation's steps have made it
 * @param template the URL that the operation declares. A step may have replaced it by a path of its own.
 * @param ids the values for the names in braces
 * @returns the same request in the client's form
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
