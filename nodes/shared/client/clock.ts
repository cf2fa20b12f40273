import { sleep } from 'n8n-workflow';

/** Time as the transport sees it: one object, so that tests can let hours pass in no time. */
export const clock = {
	/** Milliseconds since 1970. */
	now: (): number => Date.now(),

	/**
	 * Waits.
	 * @param ms how long, in milliseconds
	 * @param signal ends the wait early; the promise rejects then (n8n-workflow's `sleep` does so since 2.41,
	 * older versions ignore the second argument and sleep to the end)
	 */
	sleep: async (ms: number, signal?: AbortSignal): Promise<void> => await sleep(ms, signal),

	/** A number from 0 up to 1, for jitter. */
	random: (): number => Math.random(),
};
