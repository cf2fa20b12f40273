/** Sizes of an `AimdWindow`, 1 or more each. */
export interface WindowBounds {
	/** The smallest size. */
	least: number;
	/** The size to begin with. */
	first: number;
	/** The largest size. */
	most: number;
}

/** What a success adds to the size before the first overload. */
const STEP_AT_FIRST = 3;

/**
 * How many tasks may run at once, found out while they run, as TCP finds out how many packets may be under way ("slow start"
 * and "congestion avoidance": RFC 5681, section 3.1, https://www.rfc-editor.org/rfc/rfc5681#section-3.1; the same for calls
 * of a service: https://github.com/Netflix/concurrency-limits). Each success adds three, so that the size quadruples from
 * one round trip to the next; an overload halves it, and from there on each round trip adds about one (additive increase,
 * multiplicative decrease). TCP doubles: it has nothing else to go by, whereas Pylon says with each answer how many calls
 * are left, and no more than that are under way whatever the size (nodes/shared/client/rateLimit.ts).
 */
export class AimdWindow {
	/** The size with its fraction, which `grow` adds to. */
	private exact: number;

	/** Below this size, the window quadruples from one round trip to the next. */
	private threshold: number;

	constructor(private readonly bounds: WindowBounds) {
		this.exact = bounds.first;
		this.threshold = bounds.most;
	}

	/** How many tasks may run at once at the moment, a whole number. */
	get size(): number {
		return Math.floor(this.exact);
	}

	/** Called after each task that went well. */
	grow(): void {
		const step = this.exact < this.threshold ? STEP_AT_FIRST : 1 / this.exact;
		this.exact = Math.min(this.exact + step, this.bounds.most);
	}

	/** Called after a request that was refused, or that the server could not answer. */
	shrink(): void {
		this.threshold = Math.max(this.bounds.least, this.exact / 2);
		this.exact = this.threshold;
	}
}
