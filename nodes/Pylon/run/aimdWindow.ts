/** Sizes of an `AimdWindow`, 1 or more each. */
export interface WindowBounds {
	/** It does not get smaller. */
	least: number;
	/** It begins with this one. */
	first: number;
	/** It does not get larger. */
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
	private exact: number;

	/** Below it, the size doubles. */
	private threshold: number;

	constructor(private readonly bounds: WindowBounds) {
		this.exact = bounds.first;
		this.threshold = bounds.most;
	}

	get size(): number {
		return Math.floor(this.exact);
	}

	/** After a task that went well. */
	grow(): void {
		const step = this.exact < this.threshold ? 1 : 1 / this.exact;
		this.exact = Math.min(this.exact + step, this.bounds.most);
	}

	/** After a call that was refused, or that the server could not answer. */
	shrink(): void {
		this.threshold = Math.max(this.bounds.least, this.exact / 2);
		this.exact = this.threshold;
	}
}
