import type { IDataObject } from 'n8n-workflow';
import { clock } from './clock';
import type { Connection } from './connection';
import { headerOf } from './headers';
import { onAbort } from './onAbort';

/** What this process knows of one of Pylon's limits, and what it has under way against it. */
interface Limit {
	/** When Pylon, having refused a call, lets the endpoint be called again. */
	pausedUntil: number;
	/** How many refusals there were: what was sent before one tells nothing of the window after it. */
	refusals: number;
	/** What the last success said of calls left, and when. */
	heard?: { left: number; at: number };
	/** While no call is left: when the next one may go. */
	nextCallAt: number;
	lastCallAt: number;
	/** Calls that have no answer yet. */
	underWay: number;
	/** This process' own count, for where Pylon's lags behind: successes since the window began, and the most calls left that one told of. */
	window: { began: number; successes: number; mostLeft?: number };
	/** The most successes of a window so far: more than the documented limit where an organization has a higher one. */
	most: number;
	/** Called when something changes. */
	waiting: Array<() => void>;
}

/** A call that is under way. */
export interface StartedCall {
	/**
	 * Notes that the call succeeded.
	 * @param headers the headers of the answer, names in lower case
	 */
	succeeded(headers: IDataObject): void;
	/**
	 * Makes every call against the same limit wait.
	 * @param ms how long from now, in milliseconds
	 * @returns whether calls against the limit did not have to wait before
	 */
	refused(ms: number): boolean;
	/** Notes that the call has ended; has to be called once, however it ended. */
	ended(): void;
}

/**
 * The limits that every execution of this n8n process, the triggers and the editor share: Pylon counts calls per
 * organization and endpoint (docs/pylon-api-notes.md#rate-limits), whoever makes them.
 */
const limits = new Map<string, Limit>();

/**
 * Longest time that a limit is remembered, whatever a server asks: a nonsense header must not block for days. As long as
 * the greatest 'Longest Wait': were it shorter, items that may not wait that long would wait for it, and then be refused.
 */
export const LONGEST_PAUSE_MS = 60 * 60_000;

const WINDOW_MS = 60_000;

/** Calls under way where nobody knows how many are left: around the last one by the own count, and after a refusal. */
const FEW = 5;

/**
 * @param callsPerMinute that an endpoint allows
 * @returns how many calls may be under way when nothing has been heard of its limit
 */
export const callsAtFirst = (callsPerMinute: number): number => Math.max(FEW, callsPerMinute / 3);

/**
 * @param connection its `key` identifies the account
 * @param method HTTP method
 * @param template path template, e.g. `/contacts/{contactId}`; the names in braces make no difference
 * @returns the key of the limit that such a call counts against
 */
export function limitKey(
	{ key }: Pick<Connection, 'key'>,
	method: string,
	template: string,
): string {
	return `${key} ${method} ${template.replace(/\{\w*\}/g, '{}')}`;
}

const isOver = ({ pausedUntil, lastCallAt, underWay }: Limit, now: number): boolean =>
	underWay === 0 && Math.max(pausedUntil, lastCallAt) + WINDOW_MS <= now;

function limitOf(key: string): Limit {
	const now = clock.now();
	let limit = limits.get(key);
	if (limit === undefined) {
		for (const [other, one] of limits) if (isOver(one, now)) limits.delete(other);
		limit = {
			pausedUntil: 0,
			refusals: 0,
			nextCallAt: 0,
			lastCallAt: 0,
			underWay: 0,
			window: { began: now, successes: 0 },
			most: 0,
			waiting: [],
		};
		limits.set(key, limit);
	}
	return limit;
}

/** What was heard holds as long as the window that it was said in may last. */
const callsLeft = ({ heard }: Limit, now: number): number | undefined =>
	heard !== undefined && now < heard.at + WINDOW_MS ? heard.left : undefined;

function beginWindow(limit: Limit, began: number): void {
	limit.most = Math.max(limit.most, limit.window.successes);
	limit.window = { began, successes: 0 };
}

/**
 * How many calls may be under way. As many as Pylon says are left, and one at least: so the last calls before a limit go one
 * by one. And as many as are missing to the limit by this process' own count, and a few at least. Beyond that one nobody
 * knows where the limit is: each success lets one more be under way, so that the number doubles from one round trip to
 * the next, as when TCP starts again (RFC 5681, sections 3.1 and 4.1: https://www.rfc-editor.org/rfc/rfc5681).
 */
function roomIn(limit: Limit, callsPerMinute: number): number {
	const now = clock.now();
	if (now >= limit.window.began + WINDOW_MS) beginWindow(limit, now);
	const { successes, mostLeft } = limit.window;
	const left = callsLeft(limit, now);
	if (successes === 0 && left === undefined)
		return limit.refusals > 0 ? FEW : callsAtFirst(callsPerMinute);
	const allowed = Math.max(limit.most, mostLeft === undefined ? callsPerMinute : mostLeft + 1);
	return Math.min(Math.max(1, left ?? Infinity), Math.max(FEW, Math.abs(allowed - successes)));
}

/**
 * @param key from `limitKey`
 * @returns milliseconds until the endpoint may be called again, 0 when it may be called now
 */
export function pauseLeft(key: string): number {
	const limit = limits.get(key);
	if (limit === undefined) return 0;
	const now = clock.now();
	if (isOver(limit, now)) limits.delete(key);
	const isPaced = (callsLeft(limit, now) ?? 1) <= 0;
	return Math.max(0, Math.max(limit.pausedUntil, isPaced ? limit.nextCallAt : 0) - now);
}

/**
 * Pylon says on each success how many calls are left (`x-rate-limit-remaining`), not until when, and the number may lag
 * behind. So none left does not stop anybody, but lets calls go one by one, at the speed that the limit allows on average,
 * until a success says otherwise or a refusal says how long to wait.
 */
function heed(limit: Limit, headers: IDataObject, paceMs: number): void {
	const header = headerOf(headers, 'x-rate-limit-remaining');
	const left = header === '' ? NaN : Number(header);
	if (Number.isNaN(left)) return;
	const now = clock.now();
	limit.window.mostLeft = Math.max(limit.window.mostLeft ?? 0, left);
	// Answers overtake each other: a little more than before was said earlier. Much more, and a new window has begun.
	const before = callsLeft(limit, now) ?? Infinity;
	limit.heard = { left: left > before && left <= before + limit.underWay ? before : left, at: now };
	limit.nextCallAt = Math.max(limit.nextCallAt, now + paceMs);
}

/**
 * Counts a call, if one more may be under way.
 * @param key from `limitKey`
 * @param callsPerMinute that the endpoint allows
 * @returns takes the outcome of the call; undefined when the call has to wait for a `change`
 */
export function startCall(key: string, callsPerMinute: number): StartedCall | undefined {
	const limit = limitOf(key);
	if (limit.underWay >= roomIn(limit, callsPerMinute)) return undefined;
	const { refusals } = limit;
	const paceMs = WINDOW_MS / callsPerMinute;
	limit.underWay++;
	limit.lastCallAt = clock.now();
	limit.nextCallAt = limit.lastCallAt + paceMs;
	return {
		succeeded: (headers) => {
			if (limit.refusals !== refusals) return;
			// It was sent after the last refusal: whatever the clocks say, the pause is over.
			limit.pausedUntil = 0;
			limit.window.successes++;
			heed(limit, headers, paceMs);
		},
		refused: (ms) => pause(key, ms),
		ended: () => {
			limit.underWay--;
			for (const wake of limit.waiting.splice(0)) wake();
		},
	};
}

/**
 * @param key from `limitKey`
 * @param signal ends the wait early
 * @returns a promise that resolves when a call has ended
 */
export async function change(key: string, signal?: AbortSignal): Promise<void> {
	const { waiting } = limitOf(key);
	let release = () => {};
	await new Promise<void>((resolve) => {
		waiting.push(resolve);
		release = onAbort(signal, resolve);
	});
	release();
}

function pause(key: string, ms: number): boolean {
	const now = clock.now();
	const limit = limitOf(key);
	const isFirst = limit.pausedUntil <= now;
	limit.pausedUntil = Math.max(limit.pausedUntil, now + Math.min(ms, LONGEST_PAUSE_MS));
	limit.refusals++;
	limit.heard = undefined;
	limit.window = { began: limit.pausedUntil, successes: 0 };
	limit.most = 0;
	return isFirst;
}

/** @returns how many limits are remembered, for tests */
export function rememberedLimits(): number {
	return limits.size;
}
