/** Sizes of an `AimdWindow`, 1 or more each. */
export interface WindowBounds {
	/** The smallest size. */
	least: number;
	/** The size to begin with. */
	first: number;
	/** The largest size. */
	most: number;
}

/**
 * How many tasks may run at once, found out while they run, as TCP finds out how many packets may be under way ("slow start"
 * and "congestion avoidance": RFC 5681, section 3.1, https://www.rfc-editor.org/rfc/rfc5681#section-3.1; the same for calls
 * of a service: https://github.com/Netflix/concurrency-limits). Each success adds one, so that the size doubles from one
 * round trip to the next; an overload halves it, and from there on each round trip adds about one (additive increase,
 * multiplicative decrease).
 */
export class AimdWindow {
	/** The size with its fraction, which `grow` adds to. */
	private exact: number;

	/** Below this size, the window doubles from one round trip to the next. */
	private threshold: number;

	constructor(private readonly bounds: WindowBounds) {
		this.exact = bounds.first;
		this.threshold = bounds.most;
	}

	/** How many tasks may run at once at the moment, a whole number. */
	get size(): number {
		return Math.floor(this.exact);
	}

	/** How many tasks may run at once when those that run now have all gone well. */
	get nextSize(): number {
		const doubled = this.exact < this.threshold ? 2 * this.exact : this.exact;
		return Math.floor(Math.min(doubled, this.bounds.most));
	}

	/** Called after each task that went well. */
	grow(): void {
		const step = this.exact < this.threshold ? 1 : 1 / this.exact;
		this.exact = Math.min(this.exact + step, this.bounds.most);
	}

	/** Called after a request that was refused, or that the server could not answer. */
	shrink(): void {
		this.threshold = Math.max(this.bounds.least, this.exact / 2);
		this.exact = this.threshold;
	}
}
