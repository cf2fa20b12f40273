import type { IExecuteSingleFunctions } from 'n8n-workflow';
import type { Connection } from '../../shared/client/connection';
import type { ConcurrencyLimiter } from './concurrencyLimiter';
import type { Gathering } from './gathering';
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

/** A run of the node from its first item on. `run` is made when the node's options have been read. */
export interface BegunRun {
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

/**
 * @param context of an item
 * @returns its run
 * @throws Error when the item has not arrived
 */
export function begunRun(context: OfRun): BegunRun {
	const begun = runs.get(context.getExecuteData());
	if (begun === undefined) throw new Error('Only items that n8n has prepared have a run');
	return begun;
}

/**
 * @param context of an item
 * @returns what the items of its run share
 * @throws Error when no item has read the options of the run yet
 */
export function knownRun(context: OfRun): Run {
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

/**
 * @param context the item's context
 * @returns the parameters of the item that have been read already, by their names; undefined before it begins and
 * once it has ended
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
