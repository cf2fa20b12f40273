import type { IDataObject } from 'n8n-workflow';
import { clock } from './clock';
import type { Connection } from './connection';

interface Limit {
	/** When Pylon, having refused a call, lets the endpoint be called again. */
	pausedUntil: number;
	/** While Pylon says that no call is left: milliseconds between two calls, and when the next one may go. */
	pace?: { ms: number; until: number };
}

/**
 * Known to every execution of this n8n process, to triggers and to the editor: Pylon counts calls per organization and
 * endpoint (docs/pylon-api-notes.md#rate-limits), whoever makes them.
 */
const limits = new Map<string, Limit>();

/**
 * Longest time that a limit is remembered, whatever a server asks: a nonsense header must not block for days. As long as
 * the greatest 'Longest Wait': were it shorter, items that may not wait that long would wait for it, and then be refused.
 */
export const LONGEST_PAUSE_MS = 60 * 60_000;

const WINDOW_MS = 60_000;

/**
 * @param connection whose `key` names the account
 * @param method HTTP method
 * @param template path template, e.g. `/contacts/{contactId}`; what stands in braces makes no difference
 * @returns the key of the limit that such a call counts against
 */
export function limitKey(
	{ key }: Pick<Connection, 'key'>,
	method: string,
	template: string,
): string {
	return `${key} ${method} ${template.replace(/\{\w*\}/g, '{}')}`;
}

/** A pace holds as long as the window that it was told in may last. */
const isOver = ({ pausedUntil, pace }: Limit, now: number): boolean =>
	pausedUntil <= now && (pace === undefined || pace.until + WINDOW_MS <= now);

function limitOf(key: string): Limit | undefined {
	const limit = limits.get(key);
	if (limit === undefined || !isOver(limit, clock.now())) return limit;
	limits.delete(key);
	return undefined;
}

/**
 * Makes everything that hits the same limit wait.
 * @param key from `limitKey`
 * @param ms from now, in milliseconds
 */
export function pause(key: string, ms: number): void {
	const now = clock.now();
	for (const [other, limit] of limits) if (isOver(limit, now)) limits.delete(other);
	const until = now + Math.min(ms, LONGEST_PAUSE_MS);
	if (until > (limits.get(key)?.pausedUntil ?? 0))
		limits.set(key, { ...limits.get(key), pausedUntil: until });
}

/**
 * @param key from `limitKey`
 * @returns milliseconds until the endpoint may be called again, 0 when it may be called now
 */
export function pauseLeft(key: string): number {
	const limit = limitOf(key);
	return limit === undefined
		? 0
		: Math.max(0, Math.max(limit.pausedUntil, limit.pace?.until ?? 0) - clock.now());
}

/**
 * To be called right before a request is sent: while calls are paced, the next one has to wait for its turn.
 * @param key from `limitKey`
 */
export function countCall(key: string): void {
	const pace = limitOf(key)?.pace;
	if (pace !== undefined) pace.until = clock.now() + pace.ms;
}

/**
 * Pylon says on each success how many calls are left (`x-rate-limit-remaining`), not until when, and the number may lag
 * behind. So none left does not stop anybody, but lets calls go one by one, at the speed that the limit allows on average,
 * until a success says otherwise or a refusal says how long to wait.
 * @param key from `limitKey`
 * @param headers of a success, names in lower case
 * @param callsPerMinute that the endpoint allows
 */
export function heedRemaining(key: string, headers: IDataObject, callsPerMinute: number): void {
	const header = headers['x-rate-limit-remaining'];
	const remaining = typeof header === 'string' && header.trim() !== '' ? Number(header) : NaN;
	if (Number.isNaN(remaining)) return;
	const limit = limitOf(key);
	if (remaining > 0) {
		if (limit === undefined) return;
		delete limit.pace;
		if (isOver(limit, clock.now())) limits.delete(key);
		return;
	}
	const ms = WINDOW_MS / callsPerMinute;
	const until = Math.max(limit?.pace?.until ?? 0, clock.now() + ms);
	limits.set(key, { pausedUntil: limit?.pausedUntil ?? 0, pace: { ms, until } });
}

/** @returns how many limits are remembered, for tests */
export function rememberedLimits(): number {
	return limits.size;
}
