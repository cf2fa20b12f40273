import { clock } from './clock';
import { toRfc3339 } from '../input';
import type { PylonRequest } from './pylonRequest';

const DAY_MS = 86_400_000;

/**
 * `GET /issues` took a period of at most 30 days until July 2026; since then, 365 days are reported
 * (docs/pylon-api-notes.md#issues-period). The shorter one works with both.
 */
export const WINDOW_MS = 30 * DAY_MS;

/**
 * Cuts a period into windows, the newest first, as Pylon sorts issues. Neighbours share their edge, since it is not known
 * whether Pylon counts it to the earlier or the later one; issues that come twice are dropped by their IDs.
 * @param start milliseconds since 1970
 * @param end milliseconds since 1970, not before `start`
 * @returns pairs of start and end; a single pair of equal moments when the period is empty
 */
export function cutIntoWindows(start: number, end: number): Array<[number, number]> {
	const windows: Array<[number, number]> = [];
	for (let to = end; to > start || windows.length === 0; to -= WINDOW_MS) {
		windows.push([Math.max(start, to - WINDOW_MS), to]);
	}
	return windows;
}

/**
 * @param request its query has `start_time` and `end_time` in RFC 3339
 * @returns one request for each window. An end in the future is brought back to a day from now: no issues are there yet.
 */
export function windowed(request: PylonRequest): PylonRequest[] {
	const { start_time: startTime, end_time: endTime, ...rest } = request.query ?? {};
	const start = Math.floor(Date.parse(String(startTime)) / 1000) * 1000;
	const latest = Math.max(start, clock.now() + DAY_MS);
	const end = Math.ceil(Math.min(Date.parse(String(endTime)), latest) / 1000) * 1000;
	return cutIntoWindows(start, end).map(([from, to]) => ({
		...request,
		query: { ...rest, start_time: toRfc3339(from), end_time: toRfc3339(to) },
	}));
}
