import type { IDataObject } from 'n8n-workflow';

/** Something that happened in Pylon. */
export interface Occurrence {
	/** The same for the same occurrence in every poll, different for any two occurrences. */
	key: string;
	/** When it happened, by Pylon's clock, in milliseconds since 1970. */
	time: number;
	/** What the trigger returns for it. */
	item: IDataObject;
}

/** What a trigger remembers. All times in milliseconds since 1970. */
export type Watermark = {
	/** Everything up to this moment has been asked for. */
	mark: number;
	/** Anything older is not looked at again, so its keys may be forgotten. */
	since: number;
	/** By key, the times of the occurrences that were dealt with; none is older than `since`. */
	seen: Record<string, number>;
};

/** The bounds of one poll. */
export interface Bounds {
	/** When the poll began, by n8n's clock, in milliseconds since 1970. */
	now: number;
	/** How far the poll looks back behind the mark. */
	overlapMs: number;
	/** How many occurrences the poll may take. */
	limit: number;
}

/** How many keys are remembered. Where more occurs within the overlap, the overlap becomes shorter. */
export const MOST_SEEN = 10_000;

/**
 * Compares occurrences for a sort: the oldest first, and by key where the times are equal.
 * @param one an occurrence
 * @param other another one
 * @returns below 0 when `one` comes first, above 0 when `other` does
 */
export const inOrder = (one: Occurrence, other: Occurrence): number =>
	one.time - other.time || (one.key < other.key ? -1 : Number(one.key > other.key));

/**
 * @param watermark what is remembered
 * @param bounds the time by n8n's clock, and the overlap
 * @returns the moment from which the next poll looks, in milliseconds since 1970. Where n8n's clock went back by more than
 * the overlap, all that is remembered lies in the future: then the poll looks back from now.
 */
export function lowerBound(
	{ mark, since }: Pick<Watermark, 'mark' | 'since'>,
	{ now, overlapMs }: Omit<Bounds, 'limit'>,
): number {
	const bound = Math.max(since, mark - overlapMs);
	return bound > now ? now - overlapMs : bound;
}

/**
 * @param there what Pylon shows within the overlap before now; it is old
 * @param bounds the time by n8n's clock, and the overlap
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
 * Takes the oldest occurrences and moves the mark: up to now, or to the first occurrence that has to wait.
 * @param watermark what is remembered
 * @param fresh the new occurrences, the oldest first; where there are many, at least `limit` + 1
 * @param bounds the bounds of the poll
 * @returns what the trigger returns, and what to remember once n8n has got it
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

/** Finds the oldest of many new occurrences, in whichever order they come. Holds not many more than are wanted. */
export class OldestFirstQueue {
	private held: Occurrence[] = [];

	private readonly keys = new Set<string>();

	/**
	 * @param watermark what is remembered
	 * @param from the moment from which occurrences count, in milliseconds since 1970
	 * @param limit how many may be taken; one more is held, to know where the next poll goes on
	 */
	constructor(
		private readonly watermark: Watermark,
		readonly from: number,
		private readonly limit: number,
	) {}

	/**
	 * Takes an occurrence in, unless it lies before `from`, or was dealt with or taken in already.
	 * @param occurrence as Pylon shows it
	 */
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
	 * @returns whether nothing from that time on can be among the occurrences that are taken now
	 */
	isFullBefore(time: number): boolean {
		const waiting = this.held.length > this.limit ? this.sorted()[this.limit] : undefined;
		return waiting !== undefined && waiting.time < time;
	}

	/** @returns the oldest ones, in order: `limit` + 1 at most */
	sorted(): Occurrence[] {
		this.held = this.held.sort(inOrder).slice(0, this.limit + 1);
		return this.held;
	}
}
