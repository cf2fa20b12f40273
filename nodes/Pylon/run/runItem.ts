import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { pageSizeOf, writtenRecord } from '../../shared/api/endpoints';
import type { ClientOptions } from '../../shared/client/client';
import { clock } from '../../shared/client/clock';
import { toErrorItem } from '../../shared/client/errors';
import { asPylonRequest, itemClient } from '../../shared/client/itemClient';
import { windowed } from '../../shared/client/windows';
import { toOperationError } from '../../shared/input';
import { errorOfRun } from './errorOfRun';
import { fillPath, lookUpIds } from './fillPath';
import { withLock } from './keyedMutex';
import { planOf, type Call, type OperationPlan, type Sendable } from './operationPlan';
import { collectPages, readLimit, RecordCollector } from './pages';
import { allItemsPrepared, cached, connectionOf, runOf, type Run } from './runState';
import { send, type Reply, type ReplyOptions } from './send';
import { readingForModels } from './tool';

type RequestData = DeclarativeRestApiSettings.ResultOptions;

/** One item on its way to Pylon. */
interface ItemRequest {
	context: IExecutePaginationFunctions;
	requestData: RequestData;
	/** As declared, with `{parameter}` in its path. */
	declared: IHttpRequestOptions;
	plan: OperationPlan;
	run: Run;
	/** The item's own, its path filled and its steps done. */
	request: IHttpRequestOptions;
	/** How many records are wanted at most. */
	limit: number;
}

/** An item that has its turn. */
interface RunningItem extends ItemRequest {
	client: ClientOptions;
}

/** Does the operation's own steps and fills the path: what is wrong with the input shows here, before anything is sent. */
async function prepare(
	context: IExecutePaginationFunctions,
	declared: IHttpRequestOptions,
	{ steps, slots }: OperationPlan,
): Promise<IHttpRequestOptions> {
	const request = { ...declared, url: fillPath(context, declared.url) };
	for (const step of [...steps, ...(slots.validate ?? [])]) {
		const done = step.call(context, request);
		// Only where it takes time: an item with more steps must not fall behind the next one.
		if (done !== undefined) await done;
	}
	return request;
}

async function sendOne(
	{ client, requestData, declared }: RunningItem,
	request: Sendable,
	template = declared.url,
	options: ReplyOptions = { kind: 'record' },
): Promise<Reply> {
	return await send(client, asPylonRequest(request, template), requestData.postReceive, options);
}

async function sendPages(
	{ client, context, requestData, declared }: RunningItem,
	request: Sendable,
	collector: RecordCollector,
	{ template = declared.url, pageSize }: { template?: string; pageSize?: number },
): Promise<void> {
	const first = asPylonRequest(request, template);
	const size = pageSize ?? pageSizeOf(first.method ?? 'GET', first.template);
	await collectPages(context, first, size, collector, async (page, isNew) =>
		await send(client, page, requestData.postReceive, { kind: 'list', isNew }),
	);
}

function toCall(item: RunningItem): Call {
	const { context, request, run, client } = item;
	return {
		context,
		request,
		budget: client.budget,
		baseUrl: client.connection.baseUrl,
		send: async (one, template) => (await sendOne(item, one, template)).items,
		sendPages: async (one, template, pageSize) => {
			const all = new RecordCollector(context, Infinity);
			await sendPages(item, one, all, { template, pageSize });
			return all.items;
		},
		sendAny: async (one, template, isNew) => await sendOne(item, one, template, { kind: 'any', isNew }),
		// By account too: items may have credentials of different ones.
		cached: async (key, load) => await cached(run, `${client.connection.key} ${key}`, load),
		gather: async (key, input, work) => await run.gathering.join(`${client.connection.key} ${key}`, input, work),
	};
}

async function execute(item: RunningItem, call: Call): Promise<INodeExecutionData[]> {
	const { context, request, limit, plan } = item;
	const { lookUp = [], run, list } = plan.slots;
	for (const check of [...plan.checks, ...lookUp]) {
		const items = await check(call);
		if (items !== undefined) return items;
	}
	const handler = plan.handler ?? run;
	if (handler !== undefined) return await handler(call);
	if (list === undefined) return (await sendOne(item, request)).items;

	const collector = new RecordCollector(context, limit);
	for (const part of list.windows ? windowed(request) : [request]) {
		if (collector.missing <= 0) break;
		await sendPages(item, part, collector, { pageSize: list.pageSize });
	}
	return collector.items;
}

/** @returns undefined when the item has not begun, since another one that writes to the same record has ended the run */
async function runInTurn(item: RunningItem, call: Call): Promise<INodeExecutionData[] | undefined> {
	const { context, declared, run, request } = item;
	const ids = await lookUpIds(call, declared.url);
	if (ids !== undefined) request.url = fillPath(context, declared.url, ids);
	const record = writtenRecord(request.method ?? 'GET', request.url);
	if (record === undefined) return await execute(item, call);
	return await withLock(context, [record], async () => {
		if (run.limiter.isStopped) return undefined;
		return await execute(item, call).catch((error: unknown) => {
			// Before the lock is released: whoever is next must not begin.
			if (!context.continueOnFail()) run.limiter.stop();
			throw error;
		});
	});
}

/** Reads the credential and does all that the item has to ask; `call` is for what is asked when all items are done. */
async function start(item: ItemRequest): Promise<{ items?: INodeExecutionData[]; call: Call }> {
	const { context, declared, run } = item;
	const budget = { waitMs: run.longestWaitMs, tries: run.maxTries };
	const connection = await connectionOf(context, budget);
	const running = { ...item, client: itemClient(context, connection, budget, declared) };
	const call = toCall(running);
	return { items: await runInTurn(running, call), call };
}

async function resultsOf(
	context: IExecutePaginationFunctions,
	requestData: RequestData,
	run: Run,
): Promise<INodeExecutionData[]> {
	// The same object that `preSend` was given, with the address that every operation declares.
	const declared = requestData.options as IHttpRequestOptions;
	const plan = planOf(declared);
	const request = await prepare(context, declared, plan);
	const limit = plan.slots.list === undefined ? 1 : readLimit(context);
	// n8n prepares all items before the first of them gets here: whoever has wrong input stops the run unsent.
	await clock.sleep(0);
	if (!(await allItemsPrepared(run))) return [];
	const item = { context, requestData, declared, plan, run, request, limit };
	const { items, call } = (await run.limiter.run(async () => await start(item))) ?? {};
	// Nothing comes of an item that did not begin: n8n shows the failure of the first item that has one.
	if (items === undefined || call === undefined) return [];
	const complete = plan.complete ?? plan.slots.complete;
	const completed = complete === undefined ? items : await complete(items, call);
	const results = plan.shape === undefined ? completed : plan.shape(completed, context);
	for (const result of results) result.pairedItem = { item: context.getItemIndex() };
	return results;
}

function toNodeError(context: IExecutePaginationFunctions, error: unknown): Error {
	if (error instanceof Error && 'node' in error && 'context' in error) return error;
	return new NodeOperationError(context.getNode(), error instanceof Error ? error : String(error), {
		itemIndex: context.getItemIndex(),
	});
}

/**
 * Every item's one way to Pylon: `requestOperations.pagination` of the node, called by n8n once per input item
 * (n8n-core 2.41, `routing-node.js`). Checks and completes the item's request, waits for a place, sends, repeats where
 * that can do no harm, follows pages, takes the envelope off, and links every record to its input.
 * @param requestData what n8n prepared from the description
 * @returns the item's results; one item with `error` when it did not go through and the node may go on
 * @throws NodeOperationError or PylonApiError when it did not go through and the node may not go on
 */
export async function runItem(this: IExecutePaginationFunctions, requestData: RequestData): Promise<INodeExecutionData[]> {
	const context = readingForModels(this);
	const item = context.getItemIndex();
	let run: Run | undefined;
	try {
		const current = runOf(context);
		run = current;
		return await current.gathering.during(async () => await resultsOf(context, requestData, current));
	} catch (thrown) {
		const error = toOperationError(context, thrown);
		if (context.continueOnFail()) return [toErrorItem(error, item)];
		run?.limiter.stop();
		throw errorOfRun(context, toNodeError(context, error));
	} finally {
		run?.connections.delete(item);
	}
}
