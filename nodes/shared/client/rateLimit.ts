import { createHash } from 'node:crypto';
import { clock } from './clock';

/**
 * When an endpoint may be called again, known to every execution of this n8n process: Pylon counts calls per
 * organization and endpoint (docs/pylon-api-notes.md#rate-limits), whoever makes them.
 */
const pausedUntil = new Map<string, number>();

/**
 * Longest time that a limit is remembered, whatever a server asks: a nonsense header must not block for days. As long as
 * the greatest 'Longest Wait': were it shorter, items that may not wait that long would wait for it, and then be refused.
 */
export const LONGEST_PAUSE_MS = 60 * 60_000;

/**
 * @param baseUrl of the API
 * @param token of the credential; only its hash is kept
 * @param method HTTP method
 * @param template path template, e.g. `/contacts/{contactId}`; what stands in braces makes no difference
 * @returns the key of the limit that such a call counts against
 */
export function limitKey(baseUrl: string, token: string, method: string, template: string): string {
	const owner = createHash('sha256').update(token).digest('base64').slice(0, 16);
	return `${owner} ${baseUrl} ${method} ${template.replace(/\{\w*\}/g, '{}')}`;
}

/**
 * Makes everything that hits the same limit wait.
 * @param key from `limitKey`
 * @param ms from now, in milliseconds
 */
export function pause(key: string, ms: number): void {
	const now = clock.now();
	for (const [other, until] of pausedUntil) if (until <= now) pausedUntil.delete(other);
	const until = now + Math.min(ms, LONGEST_PAUSE_MS);
	if (until > (pausedUntil.get(key) ?? 0)) pausedUntil.set(key, until);
}

/**
 * @param key from `limitKey`
 * @returns milliseconds until the endpoint may be called again, 0 when it may be called now
 */
export function pauseLeft(key: string): number {
	const until = pausedUntil.get(key);
	if (until === undefined) return 0;
	const left = until - clock.now();
	if (left > 0) return left;
	pausedUntil.delete(key);
	return 0;
}

/** @returns how many limits are remembered, for tests */
export function rememberedLimits(): number {
	return pausedUntil.size;
}
