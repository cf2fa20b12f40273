import type { IDataObject, IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { sendToPylon, type ClientOptions } from './client';
import { connectWithRetry } from './connectWithRetry';
import { isRecord } from './envelope';
import { readPages } from './pages';
import type { Expected, PylonRequest } from './pylonRequest';

/** The nodes that have no items: triggers. */
export type TriggerContext = IWebhookFunctions | IPollFunctions | IHookFunctions;

/** What a trigger asks of Pylon. Only what may be repeated: reads and searches. */
export interface TriggerRequest {
	/** E.g. `/issues/{issueId}`: limits go by it. */
	template: string;
	/** What stands for the names in braces; percent-encoded by the client. */
	ids?: Record<string, string>;
	/** A search when given, else a read. */
	body?: IDataObject;
	qs?: IDataObject;
}

/** How long a trigger may take over all that it asks. */
export interface Patience {
	/** Milliseconds that it may wait for Pylon's limits and between tries. */
	longestWaitMs: number;
	/** Times that one request may be sent, refusals for too many calls not counted. */
	tries: number;
	/** Milliseconds that one request may take. */
	timeoutMs: number;
	/** Stops requests and waits, e.g. at the deadline of a poll. */
	signal?: AbortSignal;
}

/** A record with what tells it from others. */
export interface PylonRecord extends IDataObject {
	id: string;
}

export interface PylonClient {
	/** Names the account in caches; does not give the token away. */
	readonly key: string;
	/**
	 * @returns the one record of the answer
	 * @throws PylonApiError when no good answer came
	 */
	record(request: TriggerRequest): Promise<IDataObject>;
	/**
	 * @returns one page of a list as Pylon sends it: `data`, `pagination`
	 * @throws PylonApiError when no good answer came
	 */
	page(request: TriggerRequest): Promise<IDataObject>;
	/**
	 * @param pageSize records a page; undefined leaves it to Pylon
	 * @returns the records of one page after the other; those without an ID are left out
	 * @throws PylonApiError when a page did not come; NodeOperationError when the pages lead nowhere
	 */
	pages(request: TriggerRequest, pageSize?: number): AsyncGenerator<PylonRecord[], void, undefined>;
}

const hasId = (value: unknown): value is PylonRecord => isRecord(value) && typeof value.id === 'string' && value.id !== '';

const toRequest = ({ template, ids, body, qs }: TriggerRequest): PylonRequest => ({
	method: body === undefined ? 'GET' : 'POST',
	template,
	ids,
	body,
	query: qs,
});

/**
 * The client for triggers: n8n's own HTTP with the node's credential, the same limits as all requests of this process, the
 * same repeats and the same errors as for the items of the Pylon node.
 * @param context of the trigger
 * @param patience shared by all requests of the client
 * @throws NodeOperationError when the credential is not usable; what n8n throws when it cannot be read
 */
export async function pylonFor(context: TriggerContext, patience: Patience): Promise<PylonClient> {
	const scoped = Object.assign(Object.create(context) as TriggerContext, { getItemIndex: () => 0 });
	const budget = { waitMs: patience.longestWaitMs, tries: patience.tries };
	const connection = await connectWithRetry(
		{
			getNode: () => context.getNode(),
			getItemIndex: () => 0,
			getCredentials: async <T extends object>(type: string) => await context.getCredentials<T>(type),
		},
		budget,
		{ from: 'trigger', signal: patience.signal },
	);
	const options: ClientOptions = {
		context: scoped as ClientOptions['context'],
		connection,
		budget,
		transport: { timeoutMs: patience.timeoutMs, signal: patience.signal },
		from: 'trigger',
	};
	const send = async (request: PylonRequest, expected: Expected) => (await sendToPylon(options, request, expected)).body;

	return {
		key: connection.key,
		record: async (request) => (await send(toRequest(request), 'record')).data as IDataObject,
		page: async (request) => await send(toRequest(request), 'list'),
		async *pages(request, pageSize) {
			const page = async (one: PylonRequest) => {
				const body = await send(one, 'list');
				const records = Array.isArray(body.data) ? (body.data as unknown[]).filter(hasId) : [];
				return { body, records, newRecords: records.length };
			};
			for await (const { records } of readPages(toRequest(request), page, { pageSize, node: context.getNode() })) yield records;
		},
	};
}
