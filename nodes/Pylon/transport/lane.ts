/**
 * Lets a few tasks run at a time, in the order in which they came. n8n starts all items of a run at once and limits
 * nothing (n8n-core 2.41, `routing-node.js`).
 */
export class Lane {
	private running = 0;

	private readonly waiting: Array<() => void> = [];

	private stopReason: Error | undefined;

	/** @param size how many tasks may run at once, 1 or more */
	constructor(private readonly size: number) {}

	/**
	 * Runs a task as soon as there is a place.
	 * @param task what to run
	 * @returns what the task returns
	 * @throws what the task throws; the reason given to `stop` when the lane was stopped before the task began
	 */
	async run<T>(task: () => Promise<T>): Promise<T> {
		if (this.running >= this.size) await new Promise<void>((resolve) => this.waiting.push(resolve));
		else this.running++;
		try {
			if (this.stopReason !== undefined) throw this.stopReason;
			return await task();
		} finally {
			const next = this.waiting.shift();
			if (next === undefined) this.running--;
			else next();
		}
	}

	/**
	 * Lets no further task begin; those under way go on.
	 * @param reason what the tasks that have not begun throw
	 */
	stop(reason: Error): void {
		this.stopReason ??= reason;
	}
}
