import { AimdWindow, type WindowBounds } from './aimdWindow';

/** What a task that runs may tell the limiter. */
export interface RunningTask {
	/** A server has refused it, or could not answer: fewer tasks are to run at once. */
	overloaded(): void;
}

/**
 * Lets a few tasks run at a time, in the order in which they came. n8n starts all items of a run at once and limits
 * nothing (n8n-core 2.41, `routing-node.js`).
 */
export class ConcurrencyLimiter {
	private running = 0;

	private begun = 0;

	/** How many tasks had begun when the window shrank: what they tell of overload is told already. */
	private begunAtShrink = 0;

	private readonly waiting: Array<() => void> = [];

	private stopped = false;

	private readonly window: AimdWindow;

	/**
	 * @param size how many tasks may run at once, 1 or more: a fixed number, or the bounds of one that is found out
	 * @param stopsAtFailure whether no further task begins when one throws
	 */
	constructor(
		size: number | WindowBounds,
		private readonly stopsAtFailure = false,
	) {
		this.window = new AimdWindow(
			typeof size === 'number' ? { least: size, first: size, most: size } : size,
		);
	}

	/**
	 * Runs a task as soon as there is a place.
	 * @param task what to run
	 * @returns what the task returns; undefined when the limiter was stopped before the task began
	 * @throws what the task throws
	 */
	async run<T>(task: (running: RunningTask) => Promise<T>): Promise<T | undefined> {
		if (this.running < this.window.size) this.running++;
		else await new Promise<void>((resolve) => this.waiting.push(resolve));
		let failed = !this.stopped;
		let wasOverloaded = false;
		const number = this.begun++;
		const overloaded = () => {
			wasOverloaded = true;
			this.shrink(number);
		};
		try {
			if (this.stopped) return undefined;
			const result = await task({ overloaded });
			failed = false;
			if (!wasOverloaded) this.window.grow();
			return result;
		} finally {
			if (failed && this.stopsAtFailure) this.stop();
			this.running--;
			this.admit();
		}
	}

	get isStopped(): boolean {
		return this.stopped;
	}

	/** Lets no further task begin; those under way go on. */
	stop(): void {
		this.stopped = true;
	}

	private admit(): void {
		while (this.running < this.window.size) {
			const next = this.waiting.shift();
			if (next === undefined) return;
			this.running++;
			next();
		}
	}

	/** Once a round trip, however many tasks of it meet the overload. */
	private shrink(task: number): void {
		if (task < this.begunAtShrink) return;
		this.begunAtShrink = this.begun;
		this.window.shrink();
	}
}
