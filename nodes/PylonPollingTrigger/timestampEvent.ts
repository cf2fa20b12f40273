import type { EventSource, Found, Poll } from './pollEvent';
import { advance, lowerBound, OldestFirstQueue, startingWith, type Watermark } from './watermark';

/** Where the occurrences of an event come from, each with its time. */
export interface TimestampSource {
	/**
	 * Adds to `oldest` all occurrences from `oldest.from` on, or as many as it needs; others do no harm.
	 * @param poll the poll that asks
	 * @param oldest takes the occurrences, in any order
	 * @throws see `EventSource`
	 */
	collect(poll: Poll, oldest: OldestFirstQueue): Promise<void>;
	latest(poll: Poll, count: number): Promise<Found[]>;
}

/**
 * Makes an event whose occurrences carry their time, so that nothing but a watermark is remembered.
 * @param source how its occurrences are collected (see `TimestampSource`)
 * @returns what the event does at the start, at a poll and in a test
 */
export const timestampEvent = ({ collect, latest }: TimestampSource): EventSource => ({
	async start(poll) {
		const bounds = { now: poll.now, overlapMs: poll.settings.overlapMs };
		const nothing = startingWith([], bounds);
		const there = new OldestFirstQueue(nothing, nothing.since, Infinity);
		await collect(poll, there);
		return startingWith(there.sorted(), bounds);
	},

	async next(poll, memory) {
		const watermark = memory as Watermark;
		const { maxRecords: limit, overlapMs } = poll.settings;
		const bounds = { now: poll.now, overlapMs, limit };
		const oldest = new OldestFirstQueue(watermark, lowerBound(watermark, bounds), limit);
		await collect(poll, oldest);
		const advanced = advance(watermark, oldest.sorted(), bounds);
		return { found: advanced.taken, memory: advanced.watermark };
	},

	latest,
});
