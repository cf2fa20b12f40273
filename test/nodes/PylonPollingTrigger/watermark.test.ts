import {
	advance,
	lowerBound,
	MOST_SEEN,
	OldestFirstQueue,
	startingWith,
	type Occurrence,
} from '../../../nodes/PylonPollingTrigger/watermark';

const NOW = 1_000_000_000;
const bounds = { now: NOW, overlapMs: 1000, limit: 2 };
const occurrence = (key: string, time: number): Occurrence => ({ key, time, item: { key } });
const keys = (happenings: Occurrence[]) => happenings.map(({ key }) => key);

test('starts with what is there as seen', () => {
	const watermark = startingWith([occurrence('a', NOW - 5)], bounds);
	expect(watermark).toEqual({ mark: NOW, since: NOW - 1000, seen: { a: NOW - 5 } });
	const oldest = new OldestFirstQueue(watermark, lowerBound(watermark, bounds), 2);
	for (const one of [
		occurrence('a', NOW - 5),
		occurrence('b', NOW - 5),
		occurrence('b', NOW - 5),
		occurrence('c', NOW - 1001),
	])
		oldest.add(one);
	expect(keys(oldest.sorted())).toEqual(['b']);
});

test('moves to now without anything new, and forgets what is older than the overlap', () => {
	const before = startingWith([occurrence('a', NOW - 900), occurrence('b', NOW - 500)], bounds);
	const { taken, watermark } = advance(before, [], { ...bounds, now: NOW + 300 });
	expect(taken).toEqual([]);
	expect(watermark).toEqual({ mark: NOW + 300, since: NOW - 700, seen: { b: NOW - 500 } });
});

test('moves to the first that has to wait', () => {
	const fresh = [occurrence('a', NOW - 30), occurrence('b', NOW - 20), occurrence('c', NOW - 10)];
	const { taken, watermark } = advance(startingWith([], bounds), fresh, bounds);
	expect(keys(taken)).toEqual(['a', 'b']);
	expect(watermark).toEqual({
		mark: NOW - 10,
		since: NOW - 1000,
		seen: { a: NOW - 30, b: NOW - 20 },
	});
});

test('does not move beyond now for what lies ahead', () => {
	const fresh = [1, 2, 3].map((ahead) => occurrence(`${ahead}`, NOW + ahead));
	expect(advance(startingWith([], bounds), fresh, bounds).watermark).toMatchObject({
		mark: NOW,
		seen: { 1: NOW + 1, 2: NOW + 2 },
	});
});

test('a longer overlap does not reach back behind what was forgotten', () => {
	expect(lowerBound({ mark: NOW, since: NOW - 1000 }, { now: NOW, overlapMs: 60_000 })).toBe(
		NOW - 1000,
	);
	expect(lowerBound({ mark: NOW, since: NOW - 1000 }, { now: NOW, overlapMs: 10 })).toBe(NOW - 10);
});

test("where n8n's clock went back far, it looks back from now", () => {
	expect(lowerBound({ mark: NOW, since: NOW - 1000 }, { now: NOW - 5000, overlapMs: 1000 })).toBe(
		NOW - 6000,
	);
});

test('where it would look back from now anyway, the clock makes no difference', () => {
	expect(lowerBound({ mark: NOW + 1000, since: 0 }, { now: NOW, overlapMs: 1000 })).toBe(NOW);
});

test('of the same time, those with the lesser keys are taken first, in whatever order they come', () => {
	const oldest = new OldestFirstQueue(startingWith([], bounds), 0, 3);
	for (const key of ['c', 'a', 'b']) oldest.add(occurrence(key, NOW));
	expect(keys(oldest.sorted())).toEqual(['a', 'b', 'c']);
});

test('a key may be the name of something that every object has', () => {
	const oldest = new OldestFirstQueue(startingWith([], bounds), 0, 3);
	oldest.add(occurrence('constructor', NOW));
	expect(keys(oldest.sorted())).toEqual(['constructor']);
});

test('what has to wait is looked at again, however many keys are remembered', () => {
	const seen = Object.fromEntries(
		Array.from({ length: MOST_SEEN }, (_, index) => [`k${index}`, NOW - 5]),
	);
	const fresh = [occurrence('a', NOW - 20), occurrence('b', NOW - 10)];
	const { watermark } = advance({ mark: NOW - 100, since: 0, seen }, fresh, {
		...bounds,
		limit: 1,
	});
	expect(watermark).toMatchObject({ mark: NOW - 10, since: NOW - 10 });
});

test('remembers a bounded number of keys; what is forgotten is not looked at again', () => {
	const many = Array.from({ length: MOST_SEEN + 500 }, (_, index) =>
		occurrence(`k${index}`, NOW + index),
	);
	const { watermark } = advance(startingWith([], bounds), many, {
		now: NOW + 60_000,
		overlapMs: 3_600_000,
		limit: 50_000,
	});
	expect(Object.keys(watermark.seen)).toHaveLength(MOST_SEEN);
	expect(watermark.since).toBe(NOW + 500);
	const oldest = new OldestFirstQueue(
		watermark,
		lowerBound(watermark, { now: NOW + 60_000, overlapMs: 3_600_000 }),
		10,
	);
	many.forEach((one) => oldest.add(one));
	expect(oldest.sorted()).toEqual([]);
});

test('the oldest of very many are held, whatever their order', () => {
	const watermark = startingWith([], { now: 0, overlapMs: 0 });
	const oldest = new OldestFirstQueue(watermark, 0, 3);
	for (let number = 20_000; number > 0; number--)
		oldest.add(occurrence(`${number}`, (number * 7919) % 20_011));
	expect(oldest.sorted().map(({ time }) => time)).toEqual([1, 2, 3, 4]);
	expect([oldest.isFullBefore(4), oldest.isFullBefore(5)]).toEqual([false, true]);
});

test('what happened at the very moment from which on the next poll looks is not lost', () => {
	const { mark } = startingWith([], { ...bounds, overlapMs: 0 });
	const oldest = new OldestFirstQueue({ mark, since: mark, seen: {} }, mark, 3);
	for (const time of [mark - 1, mark, mark + 1]) oldest.add(occurrence(`at ${time}`, time));
	expect(oldest.sorted().map(({ time }) => time)).toEqual([mark, mark + 1]);
});

test('what has no time that can be read is none', () => {
	const oldest = new OldestFirstQueue(startingWith([], bounds), 0, 3);
	oldest.add(occurrence('a', NaN));
	expect(oldest.sorted()).toEqual([]);
});
