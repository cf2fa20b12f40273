/**
 * Calls back when a signal is aborted, at once when it is aborted already. Each wait listens to a signal of its own that
 * follows the given one (https://nodejs.org/api/globals.html#static-method-abortsignalanysignals): a run of many items has
 * one signal, and Node 20 takes more than ten listeners for a leak and warns
 * (https://nodejs.org/api/events.html#eventsdefaultmaxlisteners).
 * @param signal undefined never calls back
 * @param call is called once at most
 * @returns a function that ends the wait
 */
export function onAbort(signal: AbortSignal | undefined, call: () => void): () => void {
	if (signal === undefined) return () => {};
	if (signal.aborted) {
		call();
		return () => {};
	}
	const own = AbortSignal.any([signal]);
	own.addEventListener('abort', call, { once: true });
	return () => own.removeEventListener('abort', call);
}
