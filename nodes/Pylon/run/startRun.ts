import type { DeclarativeRestApiSettings, IExecuteSingleFunctions } from 'n8n-workflow';
import { callsPerMinute, isSafeToRepeat } from '../../shared/api/endpoints';
import { connectWithRetry } from '../../shared/client/connectWithRetry';
import type { Connection } from '../../shared/client/connection';
import { callsAtFirst } from '../../shared/client/rateLimit';
import type { RetryBudget } from '../../shared/client/retry';
import { operationError, reading, readWholeNumber, trimmed } from '../../shared/input';
import type { WindowBounds } from './aimdWindow';
import { ConcurrencyLimiter } from './concurrencyLimiter';
import { Gathering } from './gathering';
import type { Preparation } from './preparation';
import { begunRun, knownRun, type Run } from './runState';

/** Value of 'Requests at Once'. */
const AUTOMATIC = 'automatic';

function wholeNumber(
	context: IExecuteSingleFunctions,
	name: string,
	label: string,
	[min, max, standard]: [number, number, number],
): number {
	return reading(context, () =>
		readWholeNumber(
			context.getNodeParameter(`requestOptions.${name}`, standard),
			label,
			[min, max],
			`Change '${label}' under 'Request Options' in the node's settings.`,
		),
	);
}

/** Most requests at first that create or send something: where the first one fails, those under way cannot be taken back. */
const UNSAFE_AT_FIRST = 10;

/**
 * Bounds of how many items are worked on at once, where the user leaves it to the node: more where Pylon allows more calls.
 * The greatest number is below what Pylon allows, so that the items of one run never use a whole limit up at once.
 * @param perMinute how many calls the operation's endpoint allows
 * @param isSafe whether sending a request twice does no more than sending it once
 * @returns the bounds; for 300 calls a minute: 100 at first, or 10 where a request is not safe to repeat, and 200 at most
 */
export const automatic = (perMinute: number, isSafe: boolean): WindowBounds => ({
	least: 1,
	first: Math.min(callsAtFirst(perMinute), isSafe ? Infinity : UNSAFE_AT_FIRST),
	most: Math.max(10, (perMinute * 2) / 3),
});

/**
 * @param declared the request as the operation declares it
 * @returns see `automatic`
 */
export function boundsFor({
	method = 'GET',
	url,
}: DeclarativeRestApiSettings.HttpRequestOptions): WindowBounds {
	const path = String(url);
	return automatic(callsPerMinute(method, path), isSafeToRepeat(method, path));
}

function requestsAtOnce(
	context: IExecuteSingleFunctions,
	bounds: WindowBounds,
): number | WindowBounds {
	const value: unknown = context.getNodeParameter('requestOptions.concurrency', AUTOMATIC);
	const isAutomatic = typeof value === 'string' && trimmed(value).toLowerCase() === AUTOMATIC;
	return isAutomatic ? bounds : wholeNumber(context, 'concurrency', 'Requests at Once', [1, 20, 5]);
}

function newRun(
	context: IExecuteSingleFunctions,
	preparation: Preparation,
	bounds: WindowBounds,
): Run {
	return {
		// Without continue-on-fail n8n drops all results of the run, so nothing more is begun.
		limiter: new ConcurrencyLimiter(requestsAtOnce(context, bounds), !context.continueOnFail()),
		gathering: new Gathering(),
		maxTries: wholeNumber(context, 'maxTries', 'Number of Tries', [1, 10, 4]),
		longestWaitMs:
			wholeNumber(context, 'longestWait', 'Longest Wait (Seconds)', [0, 3600, 300]) * 1000,
		connections: new Map(),
		parameters: new Map(),
		preparation,
		lookups: new Map(),
		shared: new Map(),
	};
}

/**
 * @param context the context of an item that has arrived
 * @param bounds of how many items are worked on at once, where the user leaves it to the node; asked for once a run
 * @returns what all items of the same run share; the first of them makes it
 * @throws NodeOperationError when one of the node's options is out of range, or the item comes after the run was given up
 */
export function runOf(context: IExecuteSingleFunctions, bounds: () => WindowBounds): Run {
	const begun = begunRun(context);
	const { preparation } = begun;
	const item = context.getItemIndex();
	if (preparation.isGivenUp) {
		throw operationError(
			context,
			'n8n did not prepare all items in time, so nothing was sent',
			"Run the node again with fewer items at once, for example after a 'Loop Over Items' node.",
		);
	}
	begun.run ??= newRun(context, preparation, bounds());
	begun.run.parameters.set(item, new Map());
	return begun.run;
}

/**
 * Reads the credential once for all requests of an item. Not once for the run, since fields of a credential may hold
 * expressions that differ from item to item (`$json`), and nothing tells whether they do.
 * @param context the context of an item that has arrived
 * @param budget how long to wait and how often to try where n8n cannot read the credential at once; default: the node's
 * options
 * @returns where the item's requests go, and with which token
 * @throws see `connectWithRetry`
 */
export async function connectionOf(
	context: IExecuteSingleFunctions,
	budget?: RetryBudget,
): Promise<Connection> {
	const { connections, longestWaitMs, maxTries } = knownRun(context);
	const item = context.getItemIndex();
	const signal = context.getExecutionCancelSignal();
	let connection = connections.get(item);
	if (connection === undefined) {
		connection = connectWithRetry(context, budget ?? { waitMs: longestWaitMs, tries: maxTries }, {
			from: 'item',
			signal,
		});
		connections.set(item, connection);
	}
	return await connection;
}
