const waiting = new WeakMap<AbortSignal, Set<() => void>>();

function waitersOf(signal: AbortSignal): Set<() => void> {
	const known = waiting.get(signal);
	if (known !== undefined) return known;
	const waiters = new Set<() => void>();
	waiting.set(signal, waiters);
	signal.addEventListener('abort', () => waiters.forEach((call) => call()), { once: true });
	return waiters;
}

/**
 * Calls back when a signal is aborted, at once when it is already. All who wait for a signal share one listener: Node takes
 * more than ten for a leak and warns (https://nodejs.org/api/events.html#eventsdefaultmaxlisteners), and a run of many items
 * has one signal.
 * @param signal none never calls back
 * @param call each function once, however often it waits
 * @returns ends the wait
 */
export function onAbort(signal: AbortSignal | undefined, call: () => void): () => void {
	if (signal === undefined) return () => {};
	if (signal.aborted) {
		call();
		return () => {};
	}
	const waiters = waitersOf(signal);
	waiters.add(call);
	return () => void waiters.delete(call);
}
