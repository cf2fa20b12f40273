import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { callsPerMinute, endpointOf, isRead, isSafeToRepeat } from '../api/endpoints';
import { clock } from './clock';
import { toPylonError, type PylonApiError } from './pylonApiError';
import type { RequestInfo } from './errorTexts';
import { RequestFailed, withoutToken, type Failure, type HttpFailure } from './failure';
import { change, pauseLeft, startCall, type StartedCall } from './rateLimit';
import { requestedWait } from './retryAfter';
import { isTransient, wasNotProcessed } from './retryRules';

/** How long one item, poll or delivery may still wait, and how often it may try. */
export interface RetryBudget {
	/** How long it may still wait, over all of its requests. */
	waitMs: number;
	/** How often one request may be sent; refusals for too many calls do not count. */
	tries: number;
}

/** A request to be sent until it succeeds or may not be sent again. */
export interface Attempt<T> {
	context: Pick<IExecuteSingleFunctions, 'getNode' | 'getItemIndex'> & {
		logger?: IExecuteSingleFunctions['logger'];
	};
	/** Stops waits. */
	signal?: AbortSignal;
	/** The credential's token, to be kept out of messages. */
	token: string;
	/** Key of the limit that the request counts against; undefined for a request that does not go to Pylon. */
	limit?: string;
	budget: RetryBudget;
	info: RequestInfo;
	/** Called right before each try. May throw: then nothing is sent. */
	beforeSend?: () => void;
	/** Called when Pylon has refused a call, or could not answer it. */
	onOverload?: () => void;
	/** Sends once. */
	send: () => Promise<T & { headers: IDataObject }>;
	/** The result of a delete that had gone through although its answer was lost. Without it, such a delete ends in an error. */
	onAlreadyDeleted?: () => T;
}

const FIRST_BACKOFF_MS = 1000;
const LONGEST_BACKOFF_MS = 60_000;
const LONGEST_JITTER_MS = 250;

/** Waits of this length and more are written to n8n's log: nothing else says what a run waits for. */
const LONG_WAIT_MS = 10_000;

/** As a part of the wait. It only has to keep several n8n processes apart, and costs each of them time. */
const JITTER = 0.02;

const backoff = (count: number): number =>
	Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** count) * (0.5 + clock.random() / 2);

const jitter = (ms: number): number => clock.random() * Math.min(LONGEST_JITTER_MS, ms * JITTER);

const TOO_MANY_CALLS: HttpFailure = { kind: 'http', status: 429, headers: {} };

/** What has been reached, in words for n8n's log. Nothing is known of the limits of another host, from which a file comes. */
function limitOf({ method, template, baseUrl }: RequestInfo): string {
	const documented = endpointOf(method, template)?.rateLimit;
	return documented === undefined
		? `${baseUrl} refuses further calls to ${method} ${template} for now (status 429)`
		: `Pylon's limit of calls to ${method} ${template} is reached (${documented} a minute according to its documentation)`;
}

/**
 * Sends a request, and sends it again where that can do no harm: after a 429 as long as the server asks and the budget
 * lasts; after 502, 503, 504 or a broken connection only what may be repeated, or what certainly was not processed. Waits
 * between tries begin at 0.5 to 1 second and double, up to 60 seconds (`backoff`), unless the server asks for another wait.
 * @param attempt the request, and what may be spent on it
 * @returns what `send` returns, or `onAlreadyDeleted` for a delete whose first answer was lost
 * @throws PylonApiError when Pylon gives no good answer; what `beforeSend` and the code that works on the answer throw
 */
export async function sendWithRetry<T>(attempt: Attempt<T>): Promise<T> {
	const { context, token, limit, info, budget, signal } = attempt;
	// The path is checked too: an operation of several requests may have declared the template of another one.
	const isSafe = [info.template, info.path].every((path) => isSafeToRepeat(info.method, path));
	const perMinute = callsPerMinute(info.method, info.template);
	let uncertain = false;
	let refusals = 0;

	const fail = (failure: Failure, retryAfterMs?: number): PylonApiError =>
		toPylonError(context, withoutToken(failure, token), {
			...info,
			maybeProcessed: uncertain && !isSafe,
			// An earlier try may have been carried out, whatever the last one says.
			maybeRepeated:
				uncertain &&
				isSafe &&
				!isRead(info.method, info.template) &&
				(wasNotProcessed(failure) || failure.kind === 'cancelled'),
			retryAfterMs,
		});

	const wait = async (ms: number, failure: Failure): Promise<void> => {
		if (ms > budget.waitMs) throw fail(failure, ms);
		budget.waitMs -= ms;
		await clock.sleep(ms, signal).catch(() => undefined);
		if (signal?.aborted) throw fail({ kind: 'cancelled' });
	};

	/** Waits for Pylon's limit. */
	const start = async (): Promise<StartedCall | undefined> => {
		for (;;) {
			if (signal?.aborted) throw fail({ kind: 'cancelled' });
			if (limit === undefined) return undefined;
			for (let left = pauseLeft(limit); left > 0; left = pauseLeft(limit))
				await wait(left, TOO_MANY_CALLS);
			const call = startCall(limit, perMinute);
			if (call !== undefined) return call;
			await change(limit, signal);
			// The call that ended may have failed and end the run: in the next turn, those that waited know it.
			await clock.turn();
		}
	};

	for (let tries = 1; ; tries++) {
		const call = await start();
		const started = clock.now();
		let thrown: unknown;
		try {
			attempt.beforeSend?.();
			const reply = await attempt.send();
			call?.succeeded(reply.headers);
			return reply;
		} catch (error) {
			thrown = error;
		} finally {
			call?.ended();
		}
		// Otherwise it does not come from the request but from the code that works on its answer: sending again would not help.
		if (!(thrown instanceof RequestFailed)) throw thrown;
		const failure: Failure = signal?.aborted ? { kind: 'cancelled' } : thrown.failure;

		if (failure.kind === 'http' && failure.status === 429) {
			// A server that asks for no wait gets one nevertheless: if it always did so, the requests would never end.
			const asksFor = requestedWait(failure.headers, clock.now()) || backoff(refusals++);
			const pauseFor = asksFor + jitter(asksFor);
			attempt.onOverload?.();
			if (call?.refused(pauseFor) && pauseFor >= LONG_WAIT_MS)
				context.logger?.info(
					`${limitOf(info)}: the node '${context.getNode().name}' waits ${Math.ceil(pauseFor / 1000)} s`,
				);
			if (pauseFor > budget.waitMs) throw fail(failure, asksFor);
			tries--;
			continue;
		}
		const gone = failure.kind === 'http' && failure.status === 404;
		if (gone && uncertain && info.method === 'DELETE' && attempt.onAlreadyDeleted)
			return attempt.onAlreadyDeleted();

		const processed = !wasNotProcessed(failure);
		uncertain ||= processed;
		budget.waitMs -= clock.now() - started;
		if (isTransient(failure)) attempt.onOverload?.();
		if (!isTransient(failure) || (processed && !isSafe) || tries >= budget.tries)
			throw fail(failure);
		const asksFor = 'headers' in failure ? requestedWait(failure.headers, clock.now()) : undefined;
		await wait(asksFor ?? backoff(tries - 1), failure);
	}
}
