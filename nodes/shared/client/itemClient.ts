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

/** Whether a path is one of a template's. */
function fits(template: string, path: string): boolean {
	const parts = path.split('/');
	const names = template.split('/');
	return names.length === parts.length && names.every((name, index) => name === parts[index] || name.startsWith('{'));
}

/**
 * @param request as an operation's steps make it, its path filled; or in the client's own form already
 * @param template of its path; that of another endpoint does not count
 * @returns the client's own form of it
 */
export function asPylonRequest(request: IHttpRequestOptions | PylonRequest, template: string): PylonRequest {
	if ('template' in request) return request;
	const { method, url, qs, body, arrayFormat } = request;
	return { method, template: fits(template, url) ? template : templateOf(url), path: url, query: qs, body, arrayFormat };
}
