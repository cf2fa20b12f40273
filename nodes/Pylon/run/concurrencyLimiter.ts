import { AimdWindow, type WindowBounds } from './aimdWindow';

/** What a task that runs may tell the limiter. */
export interface RunningTask {
	/** Tells that a server has refused the task's request or could not answer it: fewer tasks are to run at once. */
	overloaded(): void;
}

/** A task that waits for its place. */
interface WaitingTask {
	begin: () => void;
	soon: () => void;
}

/**
 * Lets a few tasks run at a time, in the order in which they came. n8n itself starts all items of a run at once and limits
 * nothing (n8n-core 2.41, `routing-node.js`; see docs/n8n-internals.md).
 */
export class ConcurrencyLimiter {
	private running = 0;

	private begun = 0;

	/** How many tasks had begun when the window last shrank. An overload that one of these meets has been counted already. */
	private begunAtShrink = 0;

	private readonly waiting: WaitingTask[] = [];

	/** How many of those that wait, from the first on, have been told that their turn comes soon. */
	private told = 0;

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
	 * Runs a task as soon as there is a place for it.
	 * @param task gets an object by which it tells the limiter of an overload
	 * @param soon called while the task waits, when its turn comes soon: does ahead what takes time; it throws nothing
	 * @returns what the task returns; undefined when the limiter was stopped before the task began
	 * @throws what the task throws
	 */
	async run<T>(
		task: (running: RunningTask) => Promise<T>,
		soon: () => void = () => {},
	): Promise<T | undefined> {
		if (this.running < this.window.size) this.running++;
		else
			await new Promise<void>((begin) => {
				this.waiting.push({ begin, soon });
				this.tell();
			});
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
			this.told = Math.max(0, this.told - 1);
			next.begin();
		}
		this.tell();
	}

	/**
	 * Tells as many as may begin in the next round trip that their turn comes soon. Not all, since their turn may come in
	 * minutes, and what they do ahead is to be fresh when they begin.
	 */
	private tell(): void {
		if (this.stopped) return;
		for (const { soon } of this.waiting.slice(this.told, this.window.nextSize)) {
			this.told++;
			soon();
		}
	}

	/** Shrinks the window once a round trip, however many tasks of it meet the overload. */
	private shrink(task: number): void {
		if (task < this.begunAtShrink) return;
		this.begunAtShrink = this.begun;
		this.window.shrink();
	}
}
