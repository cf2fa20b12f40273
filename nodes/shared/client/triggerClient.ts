import type {
	IDataObject,
	IHookFunctions,
	IPollFunctions,
	IWebhookFunctions,
	NodeOperationError,
} from 'n8n-workflow';
import { operationError } from '../input';
import { sendToPylon, type ClientOptions } from './client';
import { connectWithRetry } from './connectWithRetry';
import { isRecord } from './envelope';
import type { TransportOptions } from './exchange';
import { readPages } from './pages';
import type { Expected, PylonRequest } from './pylonRequest';

/** The contexts of nodes without items: triggers. */
export type TriggerContext = IWebhookFunctions | IPollFunctions | IHookFunctions;

/** A read or a search, which a trigger may repeat. */
export interface TriggerRequest {
	/** The path template, e.g. `/issues/{issueId}`: rate limits go by it. */
	template: string;
	/** The values for the names in braces; the client percent-encodes them. */
	ids?: Record<string, string>;
	/** With a body, the request is a search; without one, a read. */
	body?: IDataObject;
	query?: IDataObject;
}

/** How long a trigger may take for all of its requests. */
export interface RequestLimits {
	/** How long it may wait for Pylon's limits and between tries. */
	longestWaitMs: number;
	/** How often one request may be sent; refusals for too many calls do not count. */
	tries: number;
	/** How long one request may take. */
	timeoutMs: number;
	/** Stops requests and waits, e.g. at the deadline of a poll. */
	signal?: AbortSignal;
	/** Most pages of all lists together; default: as many as there are. */
	mostPages?: number;
}

/** A record with an ID, by which it can be told from others. */
export interface PylonRecord extends IDataObject {
	id: string;
}

export interface PylonClient {
	/** Identifies the account in caches; does not give the token away. */
	readonly key: string;
	/**
	 * @returns the one record of the answer; without fields where Pylon sent none
	 * @throws PylonApiError when Pylon gives no good answer
	 */
	record(request: TriggerRequest): Promise<IDataObject>;
	/**
	 * @returns the records of the first page of a list, also those without an ID
	 * @throws PylonApiError when Pylon gives no good answer; NodeOperationError when the client has read `mostPages` already
	 */
	list(request: TriggerRequest): Promise<IDataObject[]>;
	/**
	 * @param pageSize records a page; undefined leaves it to Pylon
	 * @returns the records of one page after the other; those without an ID are left out
	 * @throws PylonApiError when a page did not come; NodeOperationError when the pages lead nowhere, or are too many
	 */
	pages(request: TriggerRequest, pageSize?: number): AsyncGenerator<PylonRecord[], void, undefined>;
	/**
	 * Writes. What creates or sends something is never sent twice (`retry.ts`).
	 * @throws PylonApiError when Pylon gives no good answer
	 */
	write(request: PylonRequest): Promise<void>;
}

/**
 * @param value an entry of a list that Pylon sent
 * @returns whether it is a record with an ID
 */
export const hasId = (value: unknown): value is PylonRecord =>
	isRecord(value) && typeof value.id === 'string' && value.id !== '';

const recordsOf = ({ data }: IDataObject): IDataObject[] =>
	Array.isArray(data) ? (data as unknown[]).filter(isRecord) : [];

const toRequest = ({ template, ids, body, query }: TriggerRequest): PylonRequest => ({
	method: body === undefined ? 'GET' : 'POST',
	template,
	ids,
	body,
	query,
});

const tooManyPages = (context: TriggerContext, { mostPages }: RequestLimits): NodeOperationError =>
	operationError(
		context,
		`Pylon sent ${mostPages} pages and says that there are more`,
		'A trigger does not read more at once, so nothing is returned. Limit the events that it waits for. If it happens again, report it to Pylon.',
	);

/**
 * Makes the client for a trigger: n8n's own HTTP with the node's credential, and the same limits, retries and errors as for
 * the items of the Pylon node.
 * @param context the trigger's context
 * @param limits shared by all requests of the client
 * @param route the proxy and certificate checks of 'Request Options', where the node has them
 * @returns the client
 * @throws NodeOperationError when the credential is not usable; PylonApiError when n8n's database does not answer; what n8n
 * throws when the credential cannot be read
 */
export async function pylonFor(
	context: TriggerContext,
	limits: RequestLimits,
	route: Pick<TransportOptions, 'proxy' | 'skipSslCertificateValidation'> = {},
): Promise<PylonClient> {
	const scoped = Object.assign(Object.create(context) as TriggerContext, { getItemIndex: () => 0 });
	const budget = { waitMs: limits.longestWaitMs, tries: limits.tries };
	const connection = await connectWithRetry(
		{
			getNode: () => context.getNode(),
			getItemIndex: () => 0,
			getCredentials: async <T extends object>(type: string) =>
				await context.getCredentials<T>(type),
		},
		budget,
		{ from: 'trigger', signal: limits.signal },
	);
	const options: ClientOptions = {
		context: scoped as ClientOptions['context'],
		connection,
		budget,
		transport: { ...route, timeoutMs: limits.timeoutMs, signal: limits.signal },
		from: 'trigger',
	};
	const send = async (request: PylonRequest, expected: Expected) =>
		(await sendToPylon(options, request, expected)).body;
	let pagesLeft = limits.mostPages ?? Infinity;
	const sendPage = async (request: PylonRequest) => {
		if (pagesLeft-- <= 0) throw tooManyPages(context, limits);
		return await send(request, 'list');
	};

	return {
		key: connection.key,
		record: async (request) => {
			const { data } = await send(toRequest(request), 'record');
			return isRecord(data) ? data : {};
		},
		list: async (request) => recordsOf(await sendPage(toRequest(request))),
		write: async (request) => void (await send(request, 'record')),
		async *pages(request, pageSize) {
			const page = async (one: PylonRequest) => {
				const body = await sendPage(one);
				const records = recordsOf(body).filter(hasId);
				return { body, records, newRecords: records.length };
			};
			for await (const { records } of readPages(toRequest(request), page, { pageSize, context }))
				yield records;
		},
	};
}
