import { connect, type ConnectContext, type Connection } from './connection';
import type { RequestInfo } from './errorTexts';
import { sendWithRetry, type RetryBudget } from './retry';

/**
 * Reads the credential, and tries again with waits when n8n's database does not answer. Nothing has been sent then, so
 * trying again can do no harm.
 * @param context the context of the item, trigger or editor
 * @param budget how long to wait and how often to try
 * @param options who asks, and what stops the waits
 * @returns where requests go, and on whose behalf
 * @throws PylonApiError when n8n's database does not answer; see also `connect`
 */
export async function connectWithRetry(
	context: ConnectContext,
	budget: RetryBudget,
	{ from, signal }: { from: RequestInfo['from']; signal?: AbortSignal },
): Promise<Connection> {
	const { connection } = await sendWithRetry({
		context,
		signal,
		token: '',
		budget,
		info: {
			method: 'GET',
			template: '',
			path: '',
			region: 'us',
			baseUrl: '',
			from,
			maybeProcessed: false,
		},
		send: async () => ({ connection: await connect(context), headers: {} }),
	});
	return connection;
}
