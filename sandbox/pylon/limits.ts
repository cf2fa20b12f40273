import { operations } from './document';

/** How a waiting time is written into a header; `literal` sends any text, such as "soon" or "-5". */
export type RetryAfterForm = 'seconds' | 'http-date' | 'none' | { literal: string };

/** How many calls are allowed, and what the headers say about it (docs/pylon-api-notes.md#rate-limits). */
export interface LimitSettings {
	/**
	 * Calls per window and endpoint, over all tokens: Pylon's figures ('openapi'), one number for all, or numbers by
	 * operationId (an operation that is not listed has no limit).
	 */
	perMinute: 'openapi' | number | Record<string, number>;
	/** Length of a window in ms; default 60000. */
	windowMs?: number;
	/** A fixed window begins with the first call after the last one ended; a sliding one looks back from each call. */
	kind?: 'fixed' | 'sliding';
	/**
	 * What successes say in `x-rate-limit-remaining`: how many calls are left ('exact', default), or one less than the
	 * limit throughout the window ('lagging', as recorded of four rapid calls: openapi.yaml, `x-rate-limit`).
	 */
	remaining?: 'exact' | 'lagging';
	/** Form of X-Retry-After; default seconds (the newest clients read it). */
	xRetryAfter?: RetryAfterForm;
	/** Form of Retry-After; default seconds (older clients read it). */
	retryAfter?: RetryAfterForm;
}

/**
 * The headers that tell a refused caller how long to wait.
 *
 * @param settings give the forms of the two headers; false for the default, seconds in both
 * @param waitMs how long, in ms; rounded up to whole seconds, at least 1
 * @param now in ms since 1970, for the form `http-date`
 * @returns the headers by name; without those whose form is `none`
 */
function retryHeaders(
	settings: LimitSettings | false,
	waitMs: number,
	now: number,
): Record<string, string> {
	const headers: Record<string, string> = {};
	const { xRetryAfter = 'seconds', retryAfter = 'seconds' } = settings || {};
	for (const [name, form] of [
		['X-Retry-After', xRetryAfter],
		['Retry-After', retryAfter],
	] as const) {
		if (form === 'none') continue;
		if (form === 'seconds') headers[name] = String(Math.max(1, Math.ceil(waitMs / 1000)));
		else if (form === 'http-date')
			headers[name] = new Date(Math.ceil((now + waitMs) / 1000) * 1000).toUTCString();
		else headers[name] = form.literal;
	}
	return headers;
}

/**
 * Rate limits per endpoint (method and path template) and organization, so over all of its tokens
 * (docs/pylon-api-notes.md#rate-limits). That each region is an organization of its own, that windows begin as `kind`
 * says, and that refused calls do not count, are assumptions.
 */
export class Limits {
	private settings: LimitSettings | false;
	private readonly fixed = new Map<string, { start: number; count: number }>();
	private readonly sliding = new Map<string, number[]>();

	/**
	 * @param settings to begin with; false for no limits
	 * @param clock returns the time in ms
	 */
	constructor(
		settings: LimitSettings | false,
		private readonly clock: () => number,
	) {
		this.settings = settings;
	}

	/** @returns the settings in force; false for no limits */
	get(): LimitSettings | false {
		return this.settings;
	}

	/**
	 * Replaces the settings and forgets the calls counted so far.
	 *
	 * @param settings false for no limits
	 */
	set(settings: LimitSettings | false): void {
		this.settings = settings;
		this.reset();
	}

	/** Forgets the calls counted so far. */
	reset(): void {
		this.fixed.clear();
		this.sliding.clear();
	}

	/**
	 * Counts a call, unless it has to be refused.
	 *
	 * @param operationId of the endpoint that is called
	 * @param region whose organization is called
	 * @returns undefined when the call is allowed, else how many ms the caller has to wait
	 */
	take(operationId: string, region: string): number | undefined {
		const { settings } = this;
		if (!settings) return undefined;
		const allowed = this.allowed(settings, operationId);
		if (allowed === undefined) return undefined;
		const { windowMs = 60_000, kind = 'fixed' } = settings;
		const key = `${operationId} ${region}`;
		return kind === 'fixed'
			? this.takeFixed(key, allowed, windowMs)
			: this.takeSliding(key, allowed, windowMs);
	}

	/**
	 * @param waitMs how long the caller has to wait, in ms
	 * @returns the headers that say so, in the forms that are set
	 */
	headers(waitMs: number): Record<string, string> {
		return retryHeaders(this.settings, waitMs, this.clock());
	}

	/**
	 * The header `x-rate-limit-remaining` of a success. Without limits it is one less than Pylon's figure and does not go
	 * down, as recorded (openapi.yaml, `x-rate-limit`).
	 *
	 * @param operationId of the endpoint that was called; the call is counted already
	 * @param region whose organization was called
	 * @returns the header by its name; no header when the operation has no limit
	 */
	remaining(operationId: string, region: string): Record<string, string> {
		const { settings } = this;
		const allowed = this.allowed(settings || { perMinute: 'openapi' }, operationId);
		if (allowed === undefined) return {};
		const isExact = settings && settings.remaining !== 'lagging';
		return {
			'x-rate-limit-remaining': String(
				Math.max(0, allowed - (isExact ? this.taken(settings, operationId, region) : 1)),
			),
		};
	}

	/** How many calls were allowed in the current window. */
	private taken({ kind = 'fixed' }: LimitSettings, operationId: string, region: string): number {
		const key = `${operationId} ${region}`;
		return (kind === 'fixed' ? this.fixed.get(key)?.count : this.sliding.get(key)?.length) ?? 0;
	}

	private allowed(settings: LimitSettings, operationId: string): number | undefined {
		const { perMinute } = settings;
		if (perMinute === 'openapi')
			return operations.get(operationId)?.operation['x-rate-limit-per-minute'];
		return typeof perMinute === 'number' ? perMinute : perMinute[operationId];
	}

	private takeFixed(key: string, allowed: number, windowMs: number): number | undefined {
		const now = this.clock();
		let window = this.fixed.get(key);
		if (!window || now >= window.start + windowMs) {
			window = { start: now, count: 0 };
			this.fixed.set(key, window);
		}
		if (window.count >= allowed) return window.start + windowMs - now;
		window.count += 1;
		return undefined;
	}

	private takeSliding(key: string, allowed: number, windowMs: number): number | undefined {
		const now = this.clock();
		const calls = (this.sliding.get(key) ?? []).filter((at) => at > now - windowMs);
		this.sliding.set(key, calls);
		if (calls.length >= allowed) return (calls[calls.length - allowed] ?? now) + windowMs - now;
		calls.push(now);
		return undefined;
	}
}
