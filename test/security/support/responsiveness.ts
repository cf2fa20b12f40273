import { setTimeout as delay } from 'node:timers/promises';
import { queuedOf } from './processes';

/** How long n8n may take to answer. */
export const MOST_MS = 1000;

const EVERY_MS = 100;

/** What was measured of all calls, in milliseconds. */
export interface Measured {
	calls: number;
	/** The longest, as the clock says. */
	longest: number;
	/** The longest, without what n8n and this process had to wait for a processor. */
	longestOwn: number;
	/** Those that took too long, or failed. */
	bad: string[];
}

/**
 * Calls n8n all the time while something else is done to it. On a busy machine n8n and this process wait for a processor
 * again and again; that is taken off, so that a busy machine is not taken for a busy n8n.
 *
 * @param pid of n8n
 * @param ask one call, which throws when the answer is not the right one; gets its number
 * @param meanwhile what is done to n8n; ends the calls
 * @param mostMs that a call may take
 * @returns what was measured of all calls
 */
export async function measure(
	pid: number,
	ask: (n: number) => Promise<void>,
	meanwhile: () => Promise<void>,
	mostMs = MOST_MS,
): Promise<Measured> {
	const measured: Measured = { calls: 0, longest: 0, longestOwn: 0, bad: [] };
	let isOver = false;
	const queued = async () => (await queuedOf(pid)) + (await queuedOf(process.pid));
	const call = async (n: number) => {
		const before = await queued();
		const begin = performance.now();
		const failure = await ask(n).then(
			() => undefined,
			(error: Error) => error.message,
		);
		const ms = performance.now() - begin;
		const own = ms - ((await queued()) - before);
		measured.longest = Math.max(measured.longest, ms);
		measured.longestOwn = Math.max(measured.longestOwn, own);
		if (failure !== undefined) measured.bad.push(`call ${n}: ${failure}`);
		else if (own > mostMs)
			measured.bad.push(`call ${n}: ${Math.round(own)} ms (${Math.round(ms)} ms by the clock)`);
	};
	const calling = async () => {
		for (; !isOver; measured.calls++) {
			await call(measured.calls);
			await delay(EVERY_MS);
		}
	};
	const doing = async () => {
		try {
			await meanwhile();
		} finally {
			isOver = true;
		}
	};
	await Promise.all([calling(), doing()]);
	return measured;
}

/**
 * Makes a call of n8n's own health check, for `measure`.
 *
 * @param url of n8n, without a slash at the end
 * @returns the call; it throws Error with the status when n8n is not well
 */
export const healthCheck = (url: string) => async (): Promise<void> => {
	const response = await fetch(`${url}/healthz`, { headers: { connection: 'close' } });
	await response.arrayBuffer();
	if (!response.ok) throw new Error(`n8n answered ${response.status}`);
};

/**
 * @param measured of all calls
 * @returns the longest of them, in words for a figure
 */
export const times = ({ longest, longestOwn }: Measured): string =>
	`${Math.round(longestOwn)} ms (${Math.round(longest)} ms including the delays of a busy machine)`;
