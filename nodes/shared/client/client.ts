import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import type { Connection } from './connection';
import { exchange, type RequestContext, type TransportOptions } from './exchange';
import type { RequestInfo } from './errorTexts';
import { lastRecordOf, pathOf, type Expected, type PylonRequest } from './pylonRequest';
import { limitKey } from './rateLimit';
import { readAnswer } from './response';
import { sendWithRetry, type RetryBudget } from './retry';

/** An answer that is no error: Pylon's JSON with its envelope. */
export interface Answer {
	body: IDataObject;
	headers: IDataObject;
	/** Whether an earlier try of the delete had gone through although its answer was lost. */
	wasDeletedBefore?: boolean;
}

/** What differs between items, triggers and the editor. */
export interface ClientOptions {
	context: RequestContext & Pick<IExecuteSingleFunctions, 'getNode' | 'getItemIndex' | 'logger'>;
	connection: Connection;
	budget: RetryBudget;
	transport: TransportOptions;
	from: RequestInfo['from'];
	/** See `Attempt`. */
	beforeSend?: () => void;
	onOverload?: () => void;
}

/**
 * Sends every request to Pylon, whoever asks: with the same limits, retries, reading of answers and errors.
 * @param options who asks, with which credential, and for how long
 * @param request what is asked
 * @param expected the kind of answer that must come
 * @returns the answer
 * @throws PylonApiError when Pylon gives no good answer
 */
export async function sendToPylon(
	options: ClientOptions,
	request: PylonRequest,
	expected: Expected,
): Promise<Answer> {
	const { context, connection, budget, transport, from, beforeSend, onOverload } = options;
	const { method = 'GET', template } = request;
	const path = pathOf(request);
	return await sendWithRetry<Answer>({
		context,
		signal: transport.signal,
		token: connection.token,
		limit: limitKey(connection, method, template),
		budget,
		beforeSend,
		onOverload,
		info: {
			method,
			template,
			path,
			// Only for the text of an error.
			get record() {
				return lastRecordOf(request);
			},
			region: connection.region,
			baseUrl: connection.baseUrl,
			from,
			maybeProcessed: false,
		},
		send: async () => {
			const response = await exchange(context, connection, request, transport);
			return { body: readAnswer(response, expected, method, template), headers: response.headers };
		},
		onAlreadyDeleted: () => ({ body: {}, headers: {}, wasDeletedBefore: true }),
	});
}
