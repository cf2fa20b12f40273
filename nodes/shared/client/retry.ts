import type { IDataObject, IExecutePaginationFunctions } from 'n8n-workflow';
import { clock } from './clock';
import type { Asked } from './errorTexts';
import { toPylonError } from './errors';
import { toFailure, withoutToken, type Failure, type HttpFailure } from './failure';
import { pause, pauseLeft } from './rateLimit';
import { certainlyNotProcessed, isRepeatable, mayPass } from '../api/repeatable';
import { requestedWait, waitAfterSuccess } from './retryAfter';

/** What one item may still spend. */
export interface Allowance {
	/** Milliseconds that it may still wait in all. */
	waitMs: number;
	/** Times that one request may be sent, refusals for too many calls not counted. */
	tries: number;
}

/** What is needed to send a request until it succeeds or may not be sent again. */
export interface Attempt<T> {
	context: Pick<IExecutePaginationFunctions, 'getNode' | 'getItemIndex' | 'getExecutionCancelSignal'>;
	/** Of the credential; stands in no message. */
	token: string;
	/** Key of the limit that the request counts against. */
	limit: string;
	allowance: Allowance;
	asked: Asked;
	/** Sends once. */
	send: () => Promise<T & { headers: IDataObject }>;
	/** The result of a delete that had gone through although its answer was lost. */
	alreadyGone: () => T;
}

const FIRST_BACKOFF_MS = 1000;
const LONGEST_BACKOFF_MS = 60_000;
const LONGEST_JITTER_MS = 250;

/** Of the wait: it only has to keep several n8n processes apart, and is lost time for each of them. */
const JITTER = 0.02;

const backoff = (count: number): number =>
	Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** count) * (0.5 + clock.random() / 2);

const jitter = (ms: number): number => clock.random() * Math.min(LONGEST_JITTER_MS, ms * JITTER);

const TOO_MANY_CALLS: HttpFailure = { kind: 'http', status: 429, headers: {} };

/**
 * Sends a request, again where that can do no harm: after a 429 as long as the server asks and the item may wait; after
 * 502, 503, 504 or a broken connection only what may be repeated, or what certainly was not processed.
 * @throws NodeApiError for the item when no good answer came
 */
export async function sendUntilAnswered<T>(attempt: Attempt<T>): Promise<T> {
	const { context, token, limit, asked, allowance } = attempt;
	const signal = context.getExecutionCancelSignal();
	// The path too: an operation of several requests may have declared another one's template.
	const repeatable = [asked.template, asked.path].every((path) => isRepeatable(asked.method as 'GET', path));
	let uncertain = false;
	let refusals = 0;

	const fail = (failure: Failure, retryAfterMs?: number) =>
		toPylonError(context, withoutToken(failure, token), { ...asked, mayHaveHappened: uncertain && !repeatable }, retryAfterMs);

	const wait = async (ms: number, failure: Failure): Promise<void> => {
		if (ms > allowance.waitMs) throw fail(failure, ms);
		allowance.waitMs -= ms;
		await clock.sleep(ms, signal).catch(() => undefined);
		if (signal?.aborted) throw fail({ kind: 'cancelled' });
	};

	for (let tries = 1; ; tries++) {
		if (signal?.aborted) throw fail({ kind: 'cancelled' });
		for (let left = pauseLeft(limit); left > 0; left = pauseLeft(limit)) await wait(left, TOO_MANY_CALLS);

		const started = clock.now();
		let failure: Failure | undefined;
		let thrown: unknown;
		try {
			const reply = await attempt.send();
			const untilReset = waitAfterSuccess(reply.headers, clock.now());
			if (untilReset !== undefined) pause(limit, untilReset);
			return reply;
		} catch (error) {
			failure = toFailure(error, signal?.aborted ?? false);
			thrown = error;
		}
		// Not from the request but from what works on its answer: sending it again would not help.
		if (failure === undefined) throw thrown;

		if (failure.kind === 'http' && failure.status === 429) {
			// Who asks for no time at all gets some: else a server that always says so would be asked without end.
			const asksFor = requestedWait(failure.headers, clock.now()) || backoff(refusals++);
			const pauseFor = asksFor + jitter(asksFor);
			pause(limit, pauseFor);
			if (pauseFor > allowance.waitMs) throw fail(failure, asksFor);
			tries--;
			continue;
		}
		const gone = failure.kind === 'http' && failure.status === 404;
		if (gone && uncertain && asked.method === 'DELETE') return attempt.alreadyGone();

		const processed = !certainlyNotProcessed(failure);
		uncertain ||= processed;
		allowance.waitMs -= clock.now() - started;
		if (!mayPass(failure) || (processed && !repeatable) || tries >= allowance.tries) throw fail(failure);
		const asksFor = 'headers' in failure ? requestedWait(failure.headers, clock.now()) : undefined;
		await wait(asksFor ?? backoff(tries - 1), failure);
	}
}
