import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 200;

/**
 * Asks again and again until there is an answer.
 *
 * @param what is waited for, for the error
 * @param ask returns undefined as long as there is no answer
 * @param deadlineMs how long it may take, in milliseconds
 * @returns the answer
 * @throws Error when there is none in time
 */
export async function eventually<T>(
	what: string,
	ask: () => T | undefined | Promise<T | undefined>,
	deadlineMs = 60_000,
): Promise<T> {
	const deadline = Date.now() + deadlineMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(`Waited ${deadlineMs / 1000} s for ${what}.`);
		await delay(POLL_MS);
	}
}
