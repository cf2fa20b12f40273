import { startCall, type StartedCall } from '../../../../../nodes/shared/client/rateLimit';
import { withVirtualTime } from './virtualTime';

/** Calls that a test leaves under way: their limits would be remembered. */
const open = new Set<StartedCall>();
afterEach(() => {
	for (const started of open) started.ended();
	open.clear();
});

export const time = withVirtualTime();

/** Of a limit that no other test has touched. */
export let key: string;
let tests = 0;
beforeEach(() => {
	key = `limit ${tests++}`;
});

function tryToStart(limit: string, perMinute: number): StartedCall | undefined {
	const started = startCall(limit, perMinute);
	if (started === undefined) return undefined;
	const tracked = {
		...started,
		ended: () => {
			open.delete(tracked);
			started.ended();
		},
	};
	open.add(tracked);
	return tracked;
}

/**
 * Starts a call that does not have to wait.
 * @param limit its key
 * @param perMinute how many calls a minute the limit allows
 * @returns the call, which the test or its end has to end
 * @throws Error when the call would have to wait
 */
export function call(limit: string, perMinute = 300): StartedCall {
	const started = tryToStart(limit, perMinute);
	if (started === undefined) throw new Error('It has to wait');
	return started;
}

/**
 * Starts a call that Pylon refuses with a 429.
 * @param limit its key
 * @param ms how long Pylon asks to wait, in milliseconds
 * @returns whether calls against the limit did not have to wait before
 */
export function refuse(limit: string, ms: number): boolean {
	const started = call(limit);
	const isFirst = started.refused(ms);
	started.ended();
	return isFirst;
}

/**
 * Ends a call well.
 * @param started the call
 * @param left what Pylon says of how many calls are left; undefined when it says nothing
 */
export function succeed(started: StartedCall, left?: string | number): void {
	started.succeeded(left === undefined ? {} : { 'x-rate-limit-remaining': String(left) });
	started.ended();
}

/**
 * Starts as many calls as may be under way.
 * @param limit their key
 * @param perMinute how many calls a minute the limit allows
 * @returns the calls
 */
export function startAll(limit: string, perMinute = 300): StartedCall[] {
	const all: StartedCall[] = [];
	for (;;) {
		const started = tryToStart(limit, perMinute);
		if (started === undefined) return all;
		all.push(started);
	}
}
