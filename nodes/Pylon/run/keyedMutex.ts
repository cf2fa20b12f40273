import { runState, type OfRun } from './runState';

/** Lets tasks that have a key in common run one after the other. */
export class KeyedMutex {
	private readonly last = new Map<string, Promise<void>>();

	/**
	 * Waits for all earlier tasks that share a key, then runs the task.
	 * @param keys what the task locks, e.g. a record's ID. Tasks wait in the order in which they come here, so that no two of
	 * them wait for each other.
	 * @param task is told whether it is the first one with these keys
	 * @returns what the task returns
	 * @throws what the task throws; the tasks behind it run nevertheless
	 */
	async withLock<T>(keys: string[], task: (isFirst: boolean) => Promise<T>): Promise<T> {
		const before = keys.map((key) => this.last.get(key));
		let release = () => {};
		const held = new Promise<void>((resolve) => {
			release = resolve;
		});
		for (const key of keys) this.last.set(key, held);
		await Promise.all(before);
		try {
			return await task(before.every((one) => one === undefined));
		} finally {
			release();
		}
	}
}

/**
 * Lets items of one run that have a key in common do their work one after the other: an item that reads a whole value and
 * writes it back would otherwise undo what another item has written in between. Executions at the same time know nothing of
 * each other.
 * @param context the context of an item that n8n has prepared
 * @param keys see `KeyedMutex`. Whoever locks within a lock takes the record's own ID there, so that no two wait for each
 * other.
 * @param work see `KeyedMutex`
 * @returns what the work returns
 * @throws what the work throws
 */
export const withLock = async <T>(
	context: OfRun,
	keys: string[],
	work: (isFirst: boolean) => Promise<T>,
): Promise<T> => await runState(context, 'locks', () => new KeyedMutex()).withLock(keys, work);
