import { connect, type ConnectContext, type Connection } from './connection';
import type { RequestInfo } from './errorTexts';
import { sendWithRetry, type RetryBudget } from './retry';

/**
 * Reads the credential, again with waits when n8n's database does not answer: nothing has been sent then, so that repeating
 * can do no harm, whatever is to be sent.
 * @param context of the item, trigger or editor
 * @param budget for waits and tries
 * @param options who asks, and what stops the waits
 * @throws PylonApiError when n8n's database did not answer; see also `connect`
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
