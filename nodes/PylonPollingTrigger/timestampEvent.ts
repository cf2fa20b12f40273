import type { PollEvent, Found, Poll } from './pollEvent';
import { advance, lowerBound, OldestFirstQueue, startingWith, type Watermark } from './watermark';

/** Where the occurrences of an event come from, each with its time. */
export interface TimestampSource {
	/** Adds to `oldest` all occurrences from `oldest.from` on, or as many as it needs; others do no harm. */
	collect(poll: Poll, oldest: OldestFirstQueue): Promise<void>;
	latest(poll: Poll, count: number): Promise<Found[]>;
}

/**
 * An event whose occurrences carry their time: nothing but a watermark is remembered.
 * @param source how its occurrences are collected (see `TimestampSource`)
 * @returns how it starts, what a poll does and what a manual run shows; they throw PylonApiError when no good answer came
 */
export const timestampEvent = ({
	collect,
	latest,
}: TimestampSource): Pick<PollEvent, 'start' | 'next' | 'latest'> => ({
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
