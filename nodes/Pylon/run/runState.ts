import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { connectWithRetry } from '../../shared/client/connectWithRetry';
import type { Connection } from '../../shared/client/connection';
import { callsAtFirst } from '../../shared/client/rateLimit';
import type { RetryBudget } from '../../shared/client/retry';
import { reading, readWholeNumber } from '../../shared/input';
import type { WindowBounds } from './aimdWindow';
import { ConcurrencyLimiter } from './concurrencyLimiter';
import { Gathering } from './gathering';
import { preparationOf, type Preparation, type PreparedItem } from './preparation';

/** What the items of one run of the node share. */
export interface Run {
	limiter: ConcurrencyLimiter;
	/** Does what items do together. */
	gathering: Gathering;
	maxTries: number;
	longestWaitMs: number;
	/** By the item's index; each item reads the credential once. */
	connections: Map<number, Promise<Connection>>;
	/** Parameters that have been read, by the item's index. */
	parameters: Map<number, Map<string, unknown>>;
	preparation: Preparation;
	/** What has been looked up in Pylon, by its key. */
	lookups: Map<string, Promise<unknown>>;
	/** What the operation keeps for all items, by its key. */
	shared: Map<string, unknown>;
}

/** Value of 'Requests at Once'. */
export const AUTOMATIC = 'automatic';

/** A run of the node from its first item on. `run` is made when the node's options have been read. */
interface BegunRun {
	preparation: Preparation;
	run?: Run;
}

/**
 * The runs, by an object that n8n hands to all items of one run, and to no other (`getExecuteData`, n8n-core 2.41). But when
 * 'Retry On Fail' repeats a run, n8n hands out the same object again: then an item comes a second time.
 */
const runs = new WeakMap<object, BegunRun>();

/** The part of an item's context that tells which run it belongs to. */
export type OfRun = Pick<IExecuteSingleFunctions, 'getExecuteData'>;

function begunRun(context: OfRun): BegunRun {
	const begun = runs.get(context.getExecuteData());
	if (begun === undefined) throw new Error('Only items that n8n has prepared have a run');
	return begun;
}

function knownRun(context: OfRun): Run {
	const { run } = begunRun(context);
	if (run === undefined) throw new Error('The options of the run have not been read');
	return run;
}

/**
 * Notes that n8n has prepared an item.
 * @param context the item's context
 * @returns how far n8n has prepared the items of the run
 */
export function arrive(context: PreparedItem): Preparation {
	const key = context.getExecuteData();
	const item = context.getItemIndex();
	let begun = runs.get(key);
	if (begun === undefined || begun.preparation.has(item)) {
		begun = { preparation: preparationOf(context) };
		runs.set(key, begun);
	}
	begun.preparation.arrive(item);
	return begun.preparation;
}

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

/**
 * Bounds of how many items are worked on at once, where the user leaves it to the node: more where Pylon allows more calls.
 * The greatest number is below what Pylon allows, so that the items of one run never use a whole limit up at once.
 * @param callsPerMinute how many calls the operation's endpoint allows
 * @returns the bounds; for 300 calls a minute: 50 at first, 200 at most
 */
export const automatic = (callsPerMinute: number): WindowBounds => ({
	least: 1,
	first: callsAtFirst(callsPerMinute),
	most: Math.max(10, (callsPerMinute * 2) / 3),
});

function requestsAtOnce(
	context: IExecuteSingleFunctions,
	callsPerMinute: number,
): number | WindowBounds {
	const value: unknown = context.getNodeParameter('requestOptions.concurrency', AUTOMATIC);
	const isAutomatic = typeof value === 'string' && value.trim().toLowerCase() === AUTOMATIC;
	return isAutomatic
		? automatic(callsPerMinute)
		: wholeNumber(context, 'concurrency', 'Requests at Once', [1, 20, 5]);
}

function newRun(
	context: IExecuteSingleFunctions,
	preparation: Preparation,
	callsPerMinute: number,
): Run {
	return {
		// Without continue-on-fail n8n drops all results of the run, so nothing more is begun.
		limiter: new ConcurrencyLimiter(
			requestsAtOnce(context, callsPerMinute),
			!context.continueOnFail(),
		),
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
 * @param callsPerMinute how many calls the operation's endpoint allows
 * @returns what all items of the same run share; the first of them makes it
 * @throws NodeOperationError when one of the node's options is out of range, or the item comes after the run was given up
 */
export function runOf(context: IExecuteSingleFunctions, callsPerMinute: number): Run {
	const begun = begunRun(context);
	const { preparation } = begun;
	const item = context.getItemIndex();
	if (preparation.isGivenUp) {
		throw new NodeOperationError(
			context.getNode(),
			'n8n did not prepare all items in time, so nothing was sent',
			{
				itemIndex: item,
				description:
					"Run the node again with fewer items at once, for example after a 'Loop Over Items' node.",
			},
		);
	}
	begun.run ??= newRun(context, preparation, callsPerMinute);
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

/**
 * @param context the item's context
 * @returns the parameters of the item that have been read already, by their names; undefined when it has not arrived
 */
export const parametersOf = (context: IExecuteSingleFunctions): Map<string, unknown> | undefined =>
	runs.get(context.getExecuteData())?.run?.parameters.get(context.getItemIndex());

/**
 * Forgets what only an item that has ended needed.
 * @param run the item's run
 * @param item the item's index
 */
export function leave({ connections, parameters }: Run, item: number): void {
	connections.delete(item);
	parameters.delete(item);
}

/**
 * Looks something up once for all items of a run.
 * @param run the items' run
 * @param key names what is looked up
 * @param load asks Pylon
 * @returns what `load` returned to the first item that asked
 * @throws what `load` throws; whoever asks later tries again
 */
export async function cached<T>({ lookups }: Run, key: string, load: () => Promise<T>): Promise<T> {
	const known = lookups.get(key) as Promise<T> | undefined;
	if (known !== undefined) return await known;
	const loading = load();
	lookups.set(key, loading);
	loading.catch(() => lookups.delete(key));
	return await loading;
}

/**
 * @param context the context of any item that has arrived
 * @param key names what is shared
 * @param make makes it for the first item that asks
 * @returns what all items of the run share under that key
 * @throws Error when no item of the run has arrived yet
 */
export function runState<T>(context: OfRun, key: string, make: () => T): T {
	const { shared } = knownRun(context);
	if (!shared.has(key)) shared.set(key, make());
	return shared.get(key) as T;
}
