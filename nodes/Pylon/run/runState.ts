import type { ICredentialDataDecryptedObject, IExecuteSingleFunctions, ITaskDataConnections } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { reading, readWholeNumber } from '../../shared/input';
import { clock } from '../../shared/client/clock';
import { resolveConnection, type Region } from '../../shared/client/region';
import { Lane } from './concurrencyLimiter';
import { Gathering } from './gathering';

/** What the items of one run of the node share. */
export interface Run {
	lane: Lane;
	/** What its items do together. */
	gathering: Gathering;
	maxTries: number;
	longestWaitMs: number;
	connection: Promise<Connection>;
	/** Indexes of the items that have come to the transport. */
	arrived: Set<number>;
	/** How many items have to come before the first is sent. */
	expected: number;
	/** Whether they have; asked by every item, found out once. */
	complete?: Promise<boolean>;
	/** What has been looked up in Pylon, by its key. */
	lookups: Map<string, Promise<unknown>>;
	/** What the operation keeps for all items, by its key. */
	shared: Map<string, unknown>;
}

/** Where the requests go, and on whose behalf. */
export interface Connection {
	baseUrl: string;
	region: Region;
	token: string;
}

/**
 * n8n hands the same object to all items of one run, and another one to the next (`getExecuteData`, n8n-core 2.41). But
 * what 'Retry On Fail' repeats gets the same one again: then an item comes a second time.
 */
const runs = new WeakMap<object, Run>();

function wholeNumber(context: IExecuteSingleFunctions, name: string, label: string, [min, max, standard]: [number, number, number]): number {
	return reading(context, () => readWholeNumber(context.getNodeParameter(`requestOptions.${name}`, standard), label, [min, max]));
}

/** With batching on, items come over time; with continue-on-fail, one that n8n cannot prepare never comes. */
function expectedItems(context: IExecuteSingleFunctions): number {
	const { batching } = context.getNodeParameter('requestOptions', {}) as { batching?: unknown };
	if (batching !== undefined || context.continueOnFail()) return 0;
	// What n8n goes through; not part of its declared interface, so it may be missing elsewhere.
	const { inputData } = context as { inputData?: ITaskDataConnections };
	return (inputData?.main ?? inputData?.ai_tool)?.[0]?.length ?? 0;
}

/**
 * @returns where the credential points to, and its token
 * @throws NodeOperationError when either is not usable; what n8n throws when the credential cannot be read
 */
export async function connect(
	context: Pick<IExecuteSingleFunctions, 'getCredentials' | 'getNode' | 'getItemIndex'>,
): Promise<Connection> {
	const credentials = await context.getCredentials<ICredentialDataDecryptedObject>('pylonApi');
	const connection = resolveConnection(credentials);
	if ('advice' in connection) {
		throw new NodeOperationError(context.getNode(), connection.message, {
			itemIndex: context.getItemIndex(),
			description: connection.advice,
		});
	}
	return connection;
}

/**
 * @param context of any item
 * @returns what all items of the same run share; made by the first of them. Notes that the item has arrived.
 * @throws NodeOperationError when one of the node's options is out of range
 */
export function runOf(context: IExecuteSingleFunctions): Run {
	const key = context.getExecuteData();
	const item = context.getItemIndex();
	const known = runs.get(key);
	if (known !== undefined && !known.arrived.has(item)) {
		known.arrived.add(item);
		return known;
	}
	const run: Run = {
		// Without continue-on-fail n8n drops all results of the run, so nothing more is begun.
		lane: new Lane(wholeNumber(context, 'concurrency', 'Requests at Once', [1, 20, 5]), !context.continueOnFail()),
		gathering: new Gathering(),
		maxTries: wholeNumber(context, 'maxTries', 'Number of Tries', [1, 10, 4]),
		longestWaitMs: wholeNumber(context, 'longestWait', 'Longest Wait (Seconds)', [0, 3600, 300]) * 1000,
		connection: connect(context),
		arrived: new Set([item]),
		expected: expectedItems(context),
		lookups: new Map(),
		shared: new Map(),
	};
	// Each item awaits it on its own; this only keeps Node from ending the process if none gets that far.
	run.connection.catch(() => undefined);
	runs.set(key, run);
	return run;
}

const PATIENCE_MS = 1000;

async function allArrive({ arrived, expected }: Run): Promise<boolean> {
	for (let waited = 0; arrived.size < expected && waited < PATIENCE_MS; waited += 50) await clock.sleep(50);
	return arrived.size >= expected;
}

/**
 * Waits until n8n has prepared all items of a run. Where it cannot (a parameter's expression fails), it ends the run at
 * once but leaves the items before that one running, without looking at them again (n8n-core 2.41, `routing-node.js`):
 * nothing of them may be sent.
 * @returns false when the run has ended already
 */
export async function isComplete(run: Run): Promise<boolean> {
	run.complete ??= allArrive(run);
	return await run.complete;
}

/**
 * Looks something up once for all items of a run.
 * @param run of the items
 * @param key names what is looked up
 * @param load asks Pylon
 * @throws what `load` throws; who asks later tries again
 */
export async function lookUpOnce<T>({ lookups }: Run, key: string, load: () => Promise<T>): Promise<T> {
	const known = lookups.get(key) as Promise<T> | undefined;
	if (known !== undefined) return await known;
	const asked = load();
	lookups.set(key, asked);
	asked.catch(() => lookups.delete(key));
	return await asked;
}

/** What the items of a run hand to steps and handlers. */
export type OfRun = Pick<IExecuteSingleFunctions, 'getExecuteData'>;

function knownRun(context: OfRun): Run {
	const run = runs.get(context.getExecuteData());
	if (run === undefined) throw new Error('Only items that have come to the transport have a run');
	return run;
}

/**
 * @param context of any item that has come to the transport
 * @returns where the requests of its run go; the credential is read once for all items
 * @throws see `connect`
 */
export const connectionOf = async (context: OfRun): Promise<Connection> => await knownRun(context).connection;

/**
 * @param context of any item that has come to the transport
 * @param key names what is shared
 * @param make makes it for the first item that asks
 * @returns what all items of the run share under that key
 */
export function sharedBy<T>(context: OfRun, key: string, make: () => T): T {
	const { shared } = knownRun(context);
	if (!shared.has(key)) shared.set(key, make());
	return shared.get(key) as T;
}
