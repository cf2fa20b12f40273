import { createHash } from 'node:crypto';

/**
 * What may go wrong with a request. `processed: true` lets the operation happen first, so that only its answer is lost.
 */
export type Fault =
	| { kind: 'delay'; ms: number }
	/** The request is left hanging until the client gives up or the simulated Pylon closes. */
	| { kind: 'never-answer'; processed?: boolean }
	/** Any status; body is text or JSON, Pylon's error shape when left out. */
	| {
			kind: 'status';
			status: number;
			processed?: boolean;
			body?: unknown;
			headers?: Record<string, string>;
	  }
	/** 429 as the limits would answer it. `waitMs` is the wait that it names, in ms; default 1000. */
	| { kind: 'rate-limited'; waitMs?: number }
	/** The connection is reset without an answer. */
	| { kind: 'reset'; processed?: boolean }
	/** JSON that ends early: its `Content-Length` fits what is sent (`truncated`, the default) or promises more. */
	| { kind: 'cut-off'; how?: 'truncated' | 'content-length' }
	/** A web page instead of JSON, as a proxy in between sends it. Processed by default when the status is 200. */
	| { kind: 'html'; status?: number; processed?: boolean }
	/** An empty answer, after processing; by default with the status 200. */
	| { kind: 'empty-body'; status?: number }
	/** One byte every `everyMs` ms, without end, inside a header: the client never gets the whole head. */
	| { kind: 'drip-header'; everyMs: number; processed?: boolean }
	/** The head at once, then the body byte by byte, then blanks without end. */
	| { kind: 'drip-body'; everyMs: number; processed?: boolean }
	/** So many blanks one by one, then the page, which always says that another one follows. */
	| { kind: 'drip-page'; everyMs: number; blanks: number }
	/** The page's cursor is the one that was sent. */
	| { kind: 'repeated-cursor' }
	/** A page without records; its cursor leads to the records that it left out. */
	| { kind: 'empty-page' }
	/** The page begins with the last record of the page before. */
	| { kind: 'same-record' }
	/** `data` is this value instead of the list or record. */
	| { kind: 'data'; value: unknown }
	/** A page whose `pagination` is left out or null. */
	| { kind: 'pagination'; value: 'missing' | null };

/** Which requests a fault strikes. Requests are counted from 1 among those that operationId and method let through. */
export interface FaultTarget {
	operationId?: string;
	method?: string;
	nth?: number[];
	every?: number;
	/** Share of the requests, 0 to 1, drawn from `seed`. */
	probability?: number;
	seed?: number;
}

/** A fault, and the requests that it strikes: every request unless the target says otherwise. */
export type FaultRule = Fault & FaultTarget;

/** A kind of fault in a seeded schedule, with its share of the requests; the shares add up to 1 at most. */
export type ScheduledFault = Fault & { share: number; operationId?: string };

/** How a seeded schedule is limited. */
export interface ScheduleOptions {
	/** How many faults the same request gets at most; default: no limit. */
	maxPerRequest?: number;
}

interface Schedule {
	seed: number;
	mix: readonly ScheduledFault[];
	maxPerRequest: number;
	seen: Map<string, { count: number; faults: number }>;
}

/**
 * @param parts what the number depends on, in this order; e.g. a seed and a count
 * @returns a number from 0 up to, but not including, 1; the same for the same parts on every machine
 */
export function draw(...parts: Array<string | number>): number {
	const hash = createHash('sha1').update(parts.join('\u0000')).digest();
	return hash.readUIntBE(0, 6) / 2 ** 48;
}

/** The faults of one simulated Pylon: rules by hand, and a schedule drawn from a seed. */
export class Faults {
	private rules: Array<{ id: number; rule: FaultRule; seen: number }> = [];
	private schedule: Schedule | undefined;
	private nextId = 1;

	/**
	 * Adds a rule. Several may strike one request: their delays add up, and of the others the first one counts.
	 *
	 * @param rule in force at once, for the requests that arrive from now on
	 * @returns its id, for `remove`
	 */
	add(rule: FaultRule): number {
		const id = this.nextId++;
		this.rules.push({ id, rule, seen: 0 });
		return id;
	}

	/**
	 * Takes back one rule; does nothing when there is no such rule any more.
	 *
	 * @param id as `add` returned it
	 */
	remove(id: number): void {
		this.rules = this.rules.filter((entry) => entry.id !== id);
	}

	/** Takes back all rules and the schedule. */
	clear(): void {
		this.rules = [];
		this.schedule = undefined;
	}

	/** @returns the rules in force, each with its id, in the order in which they were added */
	list(): Array<{ id: number } & FaultRule> {
		return this.rules.map(({ id, rule }) => ({ id, ...rule }));
	}

	/**
	 * Draws a fault, or none, for each request from the seed, the request and how often this same request came before. The
	 * order in which different requests arrive does not matter, so a failing run can be repeated from its seed. Replaces
	 * an earlier schedule.
	 *
	 * @param seed any whole number
	 * @param mix the faults to draw from
	 * @param options `maxPerRequest` keeps a client that retries from failing for ever
	 */
	seededSchedule(
		seed: number,
		mix: readonly ScheduledFault[],
		options: ScheduleOptions = {},
	): void {
		this.schedule = {
			seed,
			mix,
			maxPerRequest: options.maxPerRequest ?? Infinity,
			seen: new Map(),
		};
	}

	/** @returns the seed and mix in force; undefined without a schedule */
	scheduled(): { seed: number; mix: readonly ScheduledFault[] } | undefined {
		return this.schedule && { seed: this.schedule.seed, mix: this.schedule.mix };
	}

	/**
	 * Finds the faults that strike a request, and counts it for `nth`, `every` and the schedule: call it once for each
	 * request.
	 *
	 * @param request `method` in upper case; `canonical` as `canonicalRequest` makes it
	 * @returns the faults, those of rules first; empty when none strikes
	 */
	strike(request: { operationId: string; method: string; canonical: string }): Fault[] {
		const faults: Fault[] = [];
		for (const entry of this.rules) {
			const { rule } = entry;
			if (rule.operationId !== undefined && rule.operationId !== request.operationId) continue;
			if (rule.method !== undefined && rule.method.toUpperCase() !== request.method) continue;
			entry.seen += 1;
			if (rule.nth && !rule.nth.includes(entry.seen)) continue;
			if (rule.every !== undefined && entry.seen % rule.every !== 0) continue;
			if (
				rule.probability !== undefined &&
				draw(rule.seed ?? 0, entry.id, entry.seen) >= rule.probability
			)
				continue;
			faults.push(rule);
		}
		const drawn = this.schedule && this.drawScheduled(this.schedule, request);
		return drawn ? [...faults, drawn] : faults;
	}

	private drawScheduled(
		schedule: Schedule,
		request: { operationId: string; canonical: string },
	): Fault | undefined {
		const key = `${request.operationId} ${request.canonical}`;
		const seen = schedule.seen.get(key) ?? { count: 0, faults: 0 };
		schedule.seen.set(key, seen);
		seen.count += 1;
		if (seen.faults >= schedule.maxPerRequest) return undefined;
		let left = draw(schedule.seed, key, seen.count);
		for (const fault of schedule.mix) {
			if (fault.operationId !== undefined && fault.operationId !== request.operationId) continue;
			if (left < fault.share) {
				seen.faults += 1;
				return fault;
			}
			left -= fault.share;
		}
		return undefined;
	}
}
