import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { sendUntilAnswered, type Allowance } from '../../shared/client/retry';
import { toOperationError } from '../../shared/input';
import { clock } from '../../shared/client/clock';
import type { Asked } from '../../shared/client/errorTexts';
import { toErrorItem } from '../../shared/client/errors';
import { fillPath, lookUpIds } from './fillPath';
import { limitKey } from '../../shared/client/rateLimit';
import { writtenRecord } from '../../shared/api/writeOrder';
import { Collected, followPages, wantedRecords } from './pages';
import { displayNameOf } from './recordId';
import { planOf, type Call } from './operationPlan';
import { isComplete, lookUpOnce, runOf, type Connection, type Run } from './runState';
import { sendOnce, type Expected, type Reply } from './sendOnce';
import { readingForModels } from './tool';
import { inTurn } from './keyedMutex';
import { windowed } from '../../shared/client/windows';

type RequestData = DeclarativeRestApiSettings.ResultOptions;

/** One item on its way to Pylon. */
interface Journey {
	context: IExecutePaginationFunctions;
	requestData: RequestData;
	/** As declared, with `{parameter}` in its path. */
	declared: IHttpRequestOptions;
	run: Run;
	connection: Connection;
	allowance: Allowance;
}

/** The last id of a path, for the words of a message. */
function lastRecord(template: string, path: string): Asked['record'] {
	const index = template.split('/').findLastIndex((part) => /^\{\w+\}$/.test(part));
	if (index < 0) return undefined;
	const name = template.split('/')[index].slice(1, -1);
	return { displayName: displayNameOf(name), value: decodeURIComponent(path.split('/')[index] ?? '') };
}

/** n8n itself adds only the address that the description names, which is not that of every region (n8n-core 2.41, `routing-node.js`). */
function allowedDomains({ baseUrl, region }: Connection, declared: IHttpRequestOptions): string | undefined {
	const allowed = declared.allowedDomains;
	return allowed === undefined || region === 'custom' ? allowed : `${new URL(baseUrl).hostname},${allowed}`;
}

async function send(
	{ context, requestData, declared, connection, allowance }: Journey,
	request: IHttpRequestOptions,
	{
		isNew,
		template = declared.url,
		kind = isNew === undefined ? 'record' : 'list',
	}: { isNew?: (item: INodeExecutionData) => boolean; template?: string; kind?: Expected } = {},
): Promise<Reply> {
	const method = request.method ?? 'GET';
	const { baseUrl, region, token } = connection;
	// What the user has set under 'Request Options' holds for every request of the operation.
	const { proxy, timeout, skipSslCertificateValidation } = declared;
	return await sendUntilAnswered<Reply>({
		context,
		token,
		limit: limitKey(baseUrl, token, method, template),
		allowance,
		asked: {
			method,
			template,
			path: request.url,
			record: lastRecord(template, request.url),
			region,
			baseUrl,
			mayHaveHappened: false,
		},
		send: async () =>
			await sendOnce(
				context,
				requestData,
				{
					...request,
					proxy,
					timeout,
					skipSslCertificateValidation,
					allowedDomains: allowedDomains(connection, declared),
					baseURL: baseUrl,
					json: true,
					// A POST that follows a redirect becomes a GET, whose answer would pass for that of the POST.
					disableFollowRedirect: true,
				},
				{ kind, isNew },
			),
		alreadyGone: () => ({ items: [{ json: { deleted: true } }], body: {}, headers: {} }),
	});
}

/** Does the operation's own steps and fills the path: what is wrong with the input shows here, before anything is sent. */
async function prepare(context: IExecutePaginationFunctions, declared: IHttpRequestOptions): Promise<IHttpRequestOptions> {
	const request = { ...declared, url: fillPath(context, declared.url) };
	const { steps, slots } = planOf(declared);
	for (const step of [...steps, ...(slots.validate ?? [])]) await step.call(context, request);
	return request;
}

function callOf(journey: Journey, request: IHttpRequestOptions): Call {
	const { context } = journey;
	return {
		context,
		request,
		send: async (one, template) => (await send(journey, one, { template })).items,
		sendPages: async (one, template, pageSize) => {
			const all = new Collected(context, Infinity);
			await followPages(context, one, { pageSize }, all, async (page, isNew) => await send(journey, page, { isNew, template }));
			return all.items;
		},
		sendAny: async (one, template, isNew) => await send(journey, one, { template, isNew, kind: 'any' }),
		once: async (key, load) => await lookUpOnce(journey.run, key, load),
		gather: journey.run.gathering.join,
	};
}

async function carryOut(journey: Journey, call: Call, wanted: number): Promise<INodeExecutionData[]> {
	const { context, request } = call;
	const { checks, handler, slots } = planOf(journey.declared);
	const { lookUp = [], run, list } = slots;
	for (const check of [...checks, ...lookUp]) {
		const items = await check(call);
		if (items !== undefined) return items;
	}
	if (handler !== undefined || run !== undefined) return await (handler ?? run)!(call);
	if (list === undefined) return (await send(journey, request)).items;

	const collected = new Collected(context, wanted);
	for (const part of list.windows ? windowed(request) : [request]) {
		if (collected.missing <= 0) break;
		await followPages(context, part, list, collected, async (page, isNew) => await send(journey, page, { isNew }));
	}
	return collected.items;
}

/** @returns undefined when the item has not begun: another one that writes to the same record has ended the run */
async function travel(journey: Journey, call: Call, wanted: number): Promise<INodeExecutionData[] | undefined> {
	const { context, declared, run } = journey;
	const { request } = call;
	const ids = await lookUpIds(call, declared.url);
	if (ids !== undefined) request.url = fillPath(context, declared.url, ids);
	const record = writtenRecord(request.method ?? 'GET', request.url);
	if (record === undefined) return await carryOut(journey, call, wanted);
	return await inTurn(context, [record], async () => {
		if (run.lane.isStopped) return undefined;
		return await carryOut(journey, call, wanted).catch((error: unknown) => {
			// Before the turn ends: whoever is next must not begin.
			if (!context.continueOnFail()) run.lane.stop();
			throw error;
		});
	});
}

function toNodeError(context: IExecutePaginationFunctions, error: unknown): Error {
	if (error instanceof Error && 'node' in error && 'context' in error) return error;
	return new NodeOperationError(context.getNode(), error instanceof Error ? error : String(error), {
		itemIndex: context.getItemIndex(),
	});
}

/**
 * Every request's one way to Pylon: `requestOperations.pagination` of the node, called by n8n once per input item
 * (n8n-core 2.41, `routing-node.js`). Checks and completes the item's request, waits for a place, sends, repeats where
 * that can do no harm, follows pages, takes the envelope off, and links every item to its input.
 * @param requestData what n8n prepared from the description
 * @returns the item's results; one item with `error` when it did not go through and the node may go on
 * @throws NodeOperationError or NodeApiError when it did not go through and the node may not go on
 */
export async function pylonTransport(
	this: IExecutePaginationFunctions,
	requestData: RequestData,
): Promise<INodeExecutionData[]> {
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
		run?.lane.stop();
		throw toNodeError(context, error);
	}
}

async function resultsOf(context: IExecutePaginationFunctions, requestData: RequestData, run: Run): Promise<INodeExecutionData[]> {
	const { lane, maxTries, longestWaitMs } = run;
	// The same object, with the address that every operation declares.
	const declared = requestData.options as IHttpRequestOptions;
	const request = await prepare(context, declared);
	const { slots, complete, shape } = planOf(declared);
	const wanted = slots.list === undefined ? 1 : wantedRecords(context);
	const connection = await run.connection;
	// n8n prepares all items before the first of them gets here: whoever has wrong input stops the run unsent.
	await clock.sleep(0);
	if (!(await isComplete(run))) return [];
	const allowance = { waitMs: longestWaitMs, tries: maxTries };
	const journey: Journey = { context, requestData, declared, run, connection, allowance };
	const call = callOf(journey, request);
	const items = await lane.run(async () => await travel(journey, call, wanted));
	// Nothing from an item that did not begin: n8n shows the failure of the first item that has one.
	if (items === undefined) return [];
	const completed = complete === undefined ? items : await complete(items, call);
	const results = shape === undefined ? completed : shape(completed, context);
	for (const result of results) result.pairedItem = { item: context.getItemIndex() };
	return results;
}
