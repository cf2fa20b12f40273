import { randomFill } from 'node:crypto';
import { sleep, UserError } from 'n8n-workflow';
import { onAbort } from './onAbort';

/** Node's timers go no further (https://nodejs.org/api/timers.html). */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Time as the nodes see it. One object for all of them, and its functions can be replaced: tests let hours pass in no time
 * by doing so. n8n makes the nodes and calls them with its own context, so a clock that is handed in would have to go
 * through every call from there down to a wait, and would still be the same one everywhere. Only tests replace it.
 */
export const clock = {
	/** The time in milliseconds since 1970. */
	now: (): number => Date.now(),

	/**
	 * Waits.
	 * @param ms how long, in milliseconds
	 * @param signal ends the wait early; the promise rejects then. (n8n-workflow's `sleep` does so since 2.41; older
	 * versions ignore the second argument, and only their timer goes on.)
	 */
	sleep: async (ms: number, signal?: AbortSignal): Promise<void> => {
		if (signal === undefined) return await sleep(ms);
		const ended = new AbortController();
		let release = () => {};
		const stopped = new Promise<never>((_, reject) => {
			release = onAbort(signal, () => {
				ended.abort();
				reject(new UserError('The wait was ended'));
			});
		});
		try {
			await Promise.race([sleep(ms, ended.signal), stopped]);
		} finally {
			release();
		}
	},

	/**
	 * Lets all other work that is due run first. A byte of randomness comes from another thread, and so in a later turn of the
	 * event loop (https://nodejs.org/api/crypto.html#cryptorandomfillbuffer-offset-size-callback), whereas a timer, such as
	 * n8n's `sleep`, takes a millisecond at least.
	 */
	turn: async (): Promise<void> =>
		await new Promise((resolve) => randomFill(Buffer.alloc(1), () => resolve())),

	/**
	 * Waits while n8n does other work, with n8n's own timers.
	 * @param ms how long, in milliseconds
	 */
	beat: async (ms: number): Promise<void> => await sleep(ms),

	/**
	 * @param ms how long from now, in milliseconds; a user may have set any number
	 * @returns a signal that is aborted then
	 */
	deadline: (ms: number): AbortSignal =>
		AbortSignal.timeout(Math.min(Math.max(Math.ceil(ms), 1), LONGEST_TIMER_MS)),

	/** A number from 0 up to 1, for jitter. */
	random: (): number => Math.random(),
};
