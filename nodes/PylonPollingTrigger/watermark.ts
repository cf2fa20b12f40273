import type { IDataObject } from 'n8n-workflow';

/** Something that happened in Pylon. */
export interface Occurrence {
	/** The same for the same occurrence in every poll, different for any two. */
	key: string;
	/** When, by Pylon's clock, in milliseconds since 1970. */
	time: number;
	/** What is put out for it. */
	item: IDataObject;
}

/** What a trigger remembers. All times in milliseconds since 1970. */
export type Watermark = {
	/** Everything up to here was asked for. */
	mark: number;
	/** What is older is not looked at again: its keys may be forgotten. */
	since: number;
	/** Times of what was dealt with, by key; nothing older than `since`. */
	seen: Record<string, number>;
};

/** What bounds one poll. */
export interface Bounds {
	/** When the poll began, by n8n's clock. */
	now: number;
	/** How far it looks back behind the mark. */
	overlapMs: number;
	/** How many happenings it may take. */
	limit: number;
}

/** How many keys are remembered. Where more happens within the overlap, the overlap becomes shorter. */
export const MOST_SEEN = 10_000;

/** Compares occurrences for a sort: the oldest first, of the same time by their keys. */
export const inOrder = (one: Occurrence, other: Occurrence): number =>
	one.time - other.time || (one.key < other.key ? -1 : Number(one.key > other.key));

/**
 * @param watermark what is remembered
 * @returns the moment from which on the next poll looks. Where n8n's clock went back by more than the overlap, what is
 * remembered lies ahead of all that happens: it looks back from now then.
 */
export function lowerBound(
	{ mark, since }: Pick<Watermark, 'mark' | 'since'>,
	{ now, overlapMs }: Omit<Bounds, 'limit'>,
): number {
	const bound = Math.max(since, mark - overlapMs);
	return bound > now ? now - overlapMs : bound;
}

/**
 * @param there what Pylon shows within the overlap before now: it is old
 * @returns the watermark of a trigger that starts now
 */
export function startingWith(
	there: Occurrence[],
	{ now, overlapMs }: Omit<Bounds, 'limit'>,
): Watermark {
	const seen = Object.fromEntries(there.map(({ key, time }) => [key, time]));
	return { mark: now, since: now - overlapMs, seen };
}

/**
 * Takes the oldest happenings and moves the mark: up to now, or to the first one that has to wait.
 * @param watermark what is remembered
 * @param fresh what is new, the oldest first; of many, at least `limit` + 1
 * @returns what is put out, and what to remember when that is done
 */
export function advance(
	watermark: Watermark,
	fresh: Occurrence[],
	bounds: Bounds,
): { taken: Occurrence[]; watermark: Watermark } {
	const { now, overlapMs, limit } = bounds;
	const taken = fresh.slice(0, limit);
	const mark = Math.min(now, fresh[limit]?.time ?? now);
	const all = [
		...Object.entries(watermark.seen),
		...taken.map(({ key, time }): [string, number] => [key, time]),
	];
	const newest = all.map(([, time]) => time).sort((one, other) => other - one);
	const affordable = newest[MOST_SEEN - 1] ?? 0;
	const since = Math.min(
		mark,
		Math.max(lowerBound(watermark, bounds), mark - overlapMs, affordable),
	);
	return {
		taken,
		watermark: { mark, since, seen: Object.fromEntries(all.filter(([, time]) => time >= since)) },
	};
}

/** The oldest of many happenings that are new, however they come. Holds not many more than are wanted. */
export class OldestFirstQueue {
	private held: Occurrence[] = [];

	private readonly keys = new Set<string>();

	/**
	 * @param watermark what is remembered
	 * @param from the moment from which on happenings count
	 * @param limit how many may be taken; one more is held, to know where the next poll goes on
	 */
	constructor(
		private readonly watermark: Watermark,
		readonly from: number,
		private readonly limit: number,
	) {}

	/** Takes an occurrence in, unless it lies before `from`, or was dealt with or taken in already. */
	add(occurrence: Occurrence): void {
		const { key, time } = occurrence;
		// A time that cannot be read fails this comparison too.
		if (!(time >= this.from) || Object.hasOwn(this.watermark.seen, key) || this.keys.has(key))
			return;
		this.keys.add(key);
		this.held.push(occurrence);
		if (this.held.length > 2 * (this.limit + 500)) this.sorted();
	}

	/**
	 * @param time in milliseconds since 1970
	 * @returns whether nothing from then on can be among those that are taken now
	 */
	isFullBefore(time: number): boolean {
		return this.held.length > this.limit && this.sorted()[this.limit].time < time;
	}

	/** @returns the oldest ones, in order: `limit` + 1 at most */
	sorted(): Occurrence[] {
		this.held = this.held.sort(inOrder).slice(0, this.limit + 1);
		return this.held;
	}
}
