import { runState, type OfRun } from './runState';

/** Lets tasks pass a point in the order in which they came, however long each of them takes to get there. */
export class Sequence {
	/** Resolves when all that have come so far have passed, or have failed before. It never rejects. */
	private last = Promise.resolve();

	/**
	 * @param prepare begins at once
	 * @param pass begins when this task is prepared and all earlier ones have begun to pass
	 * @returns what `pass` returns
	 * @throws what `prepare` throws, at once, and what `pass` throws; later tasks pass nevertheless
	 */
	async run<P, T>(prepare: () => Promise<P>, pass: (prepared: P) => Promise<T>): Promise<T> {
		const before = this.last;
		const passing = Promise.all([prepare(), before]).then(([prepared]) => ({
			result: pass(prepared),
		}));
		this.last = passing.then(
			() => {},
			async () => await before,
		);
		return await (
			await passing
		).result;
	}
}

/**
 * Lets items of one run pass a point in their order: what an item needs before it may come late, such as its credential.
 * @param context the context of an item that n8n has prepared
 * @param prepare see `Sequence`
 * @param pass see `Sequence`
 * @returns what `pass` returns
 * @throws see `Sequence`
 */
export const inOrder = async <P, T>(
	context: OfRun,
	prepare: () => Promise<P>,
	pass: (prepared: P) => Promise<T>,
): Promise<T> => await runState(context, 'order', () => new Sequence()).run(prepare, pass);
