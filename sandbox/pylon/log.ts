import type { Region } from './auth';
import { canonicalRequest } from './canonical';

/** A request as the simulated Pylon received it, and what became of it. */
export interface ReceivedRequest {
	/** When it arrived, in ms of the simulated Pylon's clock. */
	at: number;
	region: Region;
	method: string;
	/** As sent, still percent-encoded, without the query. */
	path: string;
	query: Record<string, string | string[]>;
	/** Lower-case names; the token is left out of `authorization`. */
	headers: Record<string, string>;
	/** Parsed JSON, the form's fields of a multipart request, the raw text of anything else; undefined without a body. */
	body: unknown;
	/** Undefined when no operation matches. */
	operationId: string | undefined;
	/** HTTP status of the answer; 0 as long as there is none and when the connection was broken or left hanging. */
	status: number;
	/** What happened, in words: "answered", "rate limited", the fault's kind … */
	outcome: string;
	requestId: string;
	/** Whether the operation was carried out, so that the state may have changed. */
	processed: boolean;
}

/** How many requests the log keeps unless told otherwise. */
const DEFAULT_LOG_SIZE = 50_000;

/** Everything received, in order. The oldest entries are dropped beyond `size`; the counters stay exact. */
export class RequestLog {
	readonly requests: ReceivedRequest[] = [];
	private readonly counts = new Map<string, number>();
	private readonly processed = new Map<string, Map<string, number>>();
	private inFlight = 0;
	private highest = 0;

	/** @param size how many requests are kept */
	constructor(private readonly size = DEFAULT_LOG_SIZE) {}

	/**
	 * A request has arrived and its operation is known (or there is none).
	 *
	 * @param request kept and counted; what becomes of it is written into it later
	 */
	received(request: ReceivedRequest): void {
		this.requests.push(request);
		// Dropping one by one would move the whole array each time.
		if (this.requests.length >= this.size + Math.ceil(this.size / 10)) {
			this.requests.splice(0, this.requests.length - this.size);
		}
		const name = request.operationId ?? '';
		this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
	}

	/**
	 * The operation of a request was carried out.
	 *
	 * @param request marked as processed and counted by its canonical text
	 */
	wasProcessed(request: ReceivedRequest): void {
		request.processed = true;
		const name = request.operationId ?? '';
		const counts = this.processed.get(name) ?? new Map<string, number>();
		this.processed.set(name, counts);
		const key = canonicalRequest(request.path, request.body);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}

	/** A request has begun to arrive: it is in flight. */
	begin(): void {
		this.inFlight += 1;
		this.highest = Math.max(this.highest, this.inFlight);
	}

	/** A request that was in flight has been answered, or its connection has ended. To be called once for each `begin`. */
	end(): void {
		this.inFlight -= 1;
	}

	/**
	 * @param operationId of the requests to count
	 * @param bodyMatches tells which of them count; only those that are still in the log are looked at then. Undefined
	 * counts all
	 * @returns how many requests of the operation arrived since the last reset
	 */
	countOf(
		operationId: string,
		bodyMatches?: (body: unknown, request: ReceivedRequest) => boolean,
	): number {
		if (!bodyMatches) return this.counts.get(operationId) ?? 0;
		return this.requests.filter(
			(request) => request.operationId === operationId && bodyMatches(request.body, request),
		).length;
	}

	/**
	 * @param operationId of the requests to count
	 * @returns how often each request of the operation was carried out, keyed by `canonicalRequest(path, body)`; a copy
	 */
	processedCounts(operationId: string): Map<string, number> {
		return new Map(this.processed.get(operationId));
	}

	/** @returns the highest number of requests that were in flight at the same time since the last reset */
	maxInFlight(): number {
		return this.highest;
	}

	/** Forgets what was received. Requests that are in flight stay in flight. */
	reset(): void {
		this.requests.length = 0;
		this.counts.clear();
		this.processed.clear();
		this.highest = this.inFlight;
	}
}
