import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { pageSizeOf, writtenRecord } from '../../shared/api/endpoints';
import type { ClientOptions } from '../../shared/client/client';
import { sharedWith, toErrorItem } from '../../shared/client/errors';
import { itemClient } from '../../shared/client/itemClient';
import { pathOf, type PylonRequest } from '../../shared/client/pylonRequest';
import type { RetryBudget } from '../../shared/client/retry';
import { windowed } from '../../shared/client/windows';
import { toOperationError } from '../../shared/input';
import type { RunningTask } from './concurrencyLimiter';
import { errorOfRun } from './errorOfRun';
import { inOrder } from './inOrder';
import { withLock } from './keyedMutex';
import {
	planOf,
	type Call,
	type OperationPlan,
	type OwnRequest,
	type PathIds,
} from './operationPlan';
import { collectPages, readLimit, RecordCollector } from './pages';
import { prepareRequest } from './prepareRequest';
import type { Preparation } from './preparation';
import { cached, leave, type Run } from './runState';
import { onlyRecord, send, type Reply, type ReplyOptions } from './send';
import { boundsFor, connectionOf, runOf } from './startRun';

type RequestData = DeclarativeRestApiSettings.ResultOptions;

/** One item on its way to Pylon. */
interface ItemRequest {
	context: IExecutePaginationFunctions;
	requestData: RequestData;
	/** The request as declared, with `{parameter}` in its path. */
	declared: IHttpRequestOptions;
	plan: OperationPlan;
	run: Run;
	/** The item's own request, after all steps. */
	request: OwnRequest;
	paths: PathIds;
	/** The most records that the user wants. */
	limit: number;
	/** How long the item may still wait, and how often it may still try. */
	budget: RetryBudget;
}

/**
 * Thrown by an item that waits for its first request when another one ends the run. Nothing of it is sent, and it has no
 * result.
 */
class NotBegun extends UserError {
	constructor() {
		super('Another item has ended the run');
	}
}

/** An item that has got its place among those that are worked on. */
interface RunningItem extends ItemRequest {
	client: ClientOptions;
}

async function sendOne(
	{ client, requestData }: RunningItem,
	request: PylonRequest,
	options: ReplyOptions = { kind: 'record' },
): Promise<Reply> {
	return await send(client, request, requestData.postReceive, options);
}

async function sendPages(
	item: RunningItem,
	request: PylonRequest,
	collector: RecordCollector,
	pageSize?: number,
): Promise<void> {
	const size = pageSize ?? pageSizeOf(request.method ?? 'GET', request.template);
	await collectPages(
		item.context,
		request,
		size,
		collector,
		async (page, isNew) => await sendOne(item, page, { kind: 'list', isNew }),
	);
}

function toCall(item: RunningItem): Call {
	const { context, request, plan, run, client } = item;
	const index = context.getItemIndex();
	return {
		context,
		request,
		state: plan.state,
		budget: client.budget,
		baseUrl: client.connection.baseUrl,
		send: async (one) => (await sendOne(item, one)).items,
		sendForRecord: async (one) => onlyRecord((await sendOne(item, one)).items),
		sendPages: async (one, pageSize) => {
			const all = new RecordCollector(context, Infinity);
			await sendPages(item, one, all, pageSize);
			return all.items;
		},
		sendAny: async (one, isNew) => await sendOne(item, one, { kind: 'any', isNew }),
		// The key has the account too, since items may have credentials of different accounts.
		cached: async (key, load) =>
			await sharedWith(cached(run, `${client.connection.key} ${key}`, load), index),
		gather: async (key, input, work) =>
			await sharedWith(run.gathering.join(`${client.connection.key} ${key}`, input, work), index),
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
		await sendPages(item, part, collector, list.pageSize);
	}
	return collector.items;
}

/** @returns undefined when the item has not begun, since another one that writes to the same record has ended the run */
async function runLocked(item: RunningItem, call: Call): Promise<INodeExecutionData[] | undefined> {
	const { context, run, request } = item;
	const record = writtenRecord(request.method, pathOf(request));
	if (record === undefined) return await execute(item, call);
	return await withLock(context, [record], async () => {
		if (run.limiter.isStopped) return undefined;
		return await execute(item, call).catch((error: unknown) => {
			// Before the lock is released, so that the next item does not begin.
			if (!context.continueOnFail()) run.limiter.stop();
			throw error;
		});
	});
}

/** Reads the credential and sends the item's requests. Returns `call` too, for those that are sent when all items are done. */
async function start(
	item: ItemRequest,
	{ overloaded }: RunningTask,
): Promise<{ items?: INodeExecutionData[]; call: Call }> {
	const { context, declared, run, budget, paths, request } = item;
	let hasBegun = false;
	const beforeSend = () => {
		if (!hasBegun && run.limiter.isStopped) throw new NotBegun();
		hasBegun = true;
	};
	const prepare = async () => {
		const client = itemClient(context, await connectionOf(context, budget), budget, declared);
		const running = { ...item, client: { ...client, beforeSend, onOverload: overloaded } };
		const call = toCall(running);
		await paths.lookUp(call);
		return { running, call };
	};
	const sendInTurn = async ({ running, call }: Awaited<ReturnType<typeof prepare>>) => ({
		items: await runLocked(running, call),
		call,
	});
	return writtenRecord(request.method, request.template) === undefined
		? await sendInTurn(await prepare())
		: await inOrder(context, prepare, sendInTurn);
}

async function resultsOf(
	context: IExecutePaginationFunctions,
	requestData: RequestData,
	run: Run,
	paths: PathIds,
): Promise<INodeExecutionData[]> {
	// The same object that `preSend` was given, with the address that every operation declares.
	const declared = requestData.options as IHttpRequestOptions;
	const plan = planOf(declared);
	const input = await run.preparation.runCheck(async () => ({
		request: await prepareRequest(context, declared, plan, paths),
		limit: plan.slots.list === undefined ? 1 : readLimit(context),
	}));
	if (input === undefined) return [];
	const budget = { waitMs: run.longestWaitMs, tries: run.maxTries };
	const item = { context, requestData, declared, plan, run, paths, budget, ...input };
	// Who begins gets the same credential, or the same error.
	const readAhead = () => void connectionOf(context, budget).catch(() => undefined);
	const { items, call } =
		(await run.limiter.run(async (task) => await start(item, task), readAhead)) ?? {};
	// An item that did not begin has no result: n8n shows the failure of the first item that has one.
	if (items === undefined || call === undefined) return [];
	const complete = plan.complete ?? plan.slots.complete;
	const completed = complete === undefined ? items : await complete(items, call);
	const results = plan.shape === undefined ? completed : await plan.shape(completed, context);
	for (const result of results) result.pairedItem = { item: context.getItemIndex() };
	return results;
}

/**
 * Checks and completes an item's request, waits for a place, sends, repeats where that can do no harm, follows pages, takes
 * the envelope off, and links every record to its input.
 * @param context of the item, which has arrived
 * @param requestData what n8n prepared from the description
 * @param preparation of the item's run
 * @param paths reads the parameters that name the records of a path
 * @returns the item's results; one item with `error` when it failed and the node may go on; none when it did not begin
 * @throws NodeOperationError or PylonApiError when it did not go through and the node may not go on
 */
export async function sendItem(
	context: IExecutePaginationFunctions,
	requestData: RequestData,
	preparation: Preparation,
	paths: PathIds,
): Promise<INodeExecutionData[]> {
	const item = context.getItemIndex();
	const isLate = preparation.isGivenUp;
	let run: Run | undefined;
	try {
		const current = runOf(context, () => boundsFor(requestData.options));
		run = current;
		return await current.gathering.during(
			async () => await resultsOf(context, requestData, current, paths),
		);
	} catch (thrown) {
		if (thrown instanceof NotBegun) return [];
		const error = toOperationError(context, thrown);
		if (context.continueOnFail()) return [toErrorItem(error, item)];
		run?.limiter.stop();
		// n8n looks at failures only after that. One that it never looks at ends up in its log as a fault of its own.
		if (!isLate && !(await preparation.ended())) return [];
		throw errorOfRun(context, error);
	} finally {
		if (run !== undefined) leave(run, item);
	}
}
