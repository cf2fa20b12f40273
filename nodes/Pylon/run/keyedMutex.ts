import { sharedBy, type OfRun } from './runState';

/** Lets items of a run that are about the same record do their work one after the other. */
export class Turns {
	private readonly last = new Map<string, Promise<void>>();

	/**
	 * @param keys of the item: who shares one waits. Items wait in the order in which they come here, so none waits for one
	 * that waits for it.
	 * @param work of the item; it is told whether another one has had one of the keys before
	 */
	async inTurn<T>(keys: string[], work: (isFirst: boolean) => Promise<T>): Promise<T> {
		const before = keys.map((key) => this.last.get(key));
		let end = () => {};
		const turn = new Promise<void>((resolve) => {
			end = resolve;
		});
		for (const key of keys) this.last.set(key, turn);
		await Promise.all(before);
		try {
			return await work(before.every((one) => one === undefined));
		} finally {
			end();
		}
	}
}

/**
 * Lets items of one run that have a key in common do their work one after the other: what is read and then written as a
 * whole would else undo what another item has written in between. Executions at the same time know nothing of each other.
 * @param context of the item
 * @param keys see `Turns`; who takes a turn within a turn asks for the record's own ID there, so that no two wait for each other
 * @param work see `Turns`
 */
export const inTurn = async <T>(
	context: OfRun,
	keys: string[],
	work: (isFirst: boolean) => Promise<T>,
): Promise<T> => await sharedBy(context, 'turns', () => new Turns()).inTurn(keys, work);
