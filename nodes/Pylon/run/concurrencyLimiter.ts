/**
 * Lets a few tasks run at a time, in the order in which they came. n8n starts all items of a run at once and limits
 * nothing (n8n-core 2.41, `routing-node.js`).
 */
export class ConcurrencyLimiter {
	private running = 0;

	private readonly waiting: Array<() => void> = [];

	private stopped = false;

	/**
	 * @param size how many tasks may run at once, 1 or more
	 * @param stopsAtFailure whether no further task begins when one throws
	 */
	constructor(
		private readonly size: number,
		private readonly stopsAtFailure = false,
	) {}

	/**
	 * Runs a task as soon as there is a place.
	 * @param task what to run
	 * @returns what the task returns; undefined when the limiter was stopped before the task began
	 * @throws what the task throws
	 */
	async run<T>(task: () => Promise<T>): Promise<T | undefined> {
		if (this.running >= this.size) await new Promise<void>((resolve) => this.waiting.push(resolve));
		else this.running++;
		let failed = !this.stopped;
		try {
			if (this.stopped) return undefined;
			const result = await task();
			failed = false;
			return result;
		} finally {
			if (failed && this.stopsAtFailure) this.stop();
			const next = this.waiting.shift();
			if (next === undefined) this.running--;
			else next();
		}
	}

	get isStopped(): boolean {
		return this.stopped;
	}

	/** Lets no further task begin; those under way go on. */
	stop(): void {
		this.stopped = true;
	}
}
