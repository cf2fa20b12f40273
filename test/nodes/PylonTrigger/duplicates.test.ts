import type { IDataObject } from 'n8n-workflow';

import { Duplicates, type ClaimedKeys } from '../../../nodes/PylonTrigger/decide/duplicates';
import { hashOf } from '../../../nodes/PylonTrigger/receive/hashOf';

const HOUR = 3_600_000;
const day = { ms: 24 * HOUR, count: 100 };
const key = (n: number | string) => hashOf(String(n));
let now = Date.parse('2026-11-21T10:00:00Z');

let taken = new Map<string, ClaimedKeys>();

/** n8n starts again: only its static data is left. */
const restart = () => {
	taken = new Map();
};

beforeEach(() => {
	restart();
	jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

const trigger = (data: IDataObject = {}, retention = day, name = 'a') =>
	new Duplicates(taken, name, data, retention);

/** Claims and takes a key, as a call that starts an execution does. */
function take(data: IDataObject, n: number | string, retention = day): string {
	const duplicates = trigger(data, retention);
	const claim = duplicates.claim(key(n));
	if (claim === 'new') duplicates.settle(key(n), true);
	return claim as string;
}

test('a key is new once', () => {
	const data = {};
	expect([take(data, 1), take(data, 1), take(data, 2), take(data, 1)]).toEqual([
		'new',
		'seen',
		'new',
		'seen',
	]);
});

test('in every copy of the static data that n8n hands out, and whichever is saved last', () => {
	expect(take({}, 1)).toBe('new');
	const second: IDataObject = {};
	expect(take(second, 2)).toBe('new');
	expect(take({}, 1)).toBe('seen');
	// Saved last, it holds the first one too.
	restart();
	expect([take(second, 1), take(second, 2)]).toEqual(['seen', 'seen']);
});

test('what n8n saves last holds what was taken by calls in the meantime, and not what was taken back', () => {
	const slow: IDataObject = {};
	const first = trigger(slow);
	expect(first.claim(key(1))).toBe('new');
	first.settle(key(1), true);
	for (const n of [2, 3]) take({}, n);
	trigger().forget(key(3));
	first.touch();
	restart();
	expect([1, 2, 3].map((n) => take(slow, n))).toEqual(['seen', 'seen', 'new']);
});

test('after a restart, from the static data as n8n stores it', () => {
	const data: IDataObject = {};
	take(data, 1);
	restart();
	const stored = JSON.parse(JSON.stringify(data)) as IDataObject;
	expect([take(stored, 1), take(stored, 2)]).toEqual(['seen', 'new']);
});

test('the static data gets a new object, so that n8n notices', () => {
	const data: IDataObject = {};
	take(data, 1);
	const before = data.seen;
	take(data, 2);
	expect(data.seen).not.toBe(before);
	const after = data.seen;
	take(data, 2);
	expect(data.seen).toBe(after);
});

test('triggers do not share what they know', () => {
	take({}, 1);
	expect(trigger({}, day, 'b').claim(key(1))).toBe('new');
});

test('what is too old is new again, and forgotten', () => {
	const data: IDataObject = {};
	take(data, 1);
	now += 23 * HOUR;
	expect(take(data, 1)).toBe('seen');
	now += HOUR;
	expect(take(data, 1)).toBe('new');
	now += 25 * HOUR;
	take(data, 2);
	expect(Object.keys(data.seen as object)).toEqual([key(2).slice(0, 32)]);
});

test('what is too many is forgotten, the oldest first', () => {
	const data: IDataObject = {};
	for (let n = 0; n < 10; n++) {
		take(data, n, { ...day, count: 4 });
		now += 1000;
	}
	expect(Object.keys(data.seen as object)).toHaveLength(4);
	expect([9, 8, 7, 6].map((n) => take(data, n, { ...day, count: 4 }))).toEqual([
		'seen',
		'seen',
		'seen',
		'seen',
	]);
	expect(take(data, 5, { ...day, count: 4 })).toBe('new');
});

test("when n8n's clock was ahead for a while, what comes afterwards is remembered all the same", () => {
	const data: IDataObject = {};
	const few = { ...day, count: 3 };
	now += 100 * HOUR;
	for (const n of [1, 2, 3]) {
		now += 1000;
		take(data, n, few);
	}
	now -= 100 * HOUR;
	expect([take(data, 4, few), take(data, 4, few), take(data, 3, few)]).toEqual([
		'new',
		'seen',
		'seen',
	]);
	restart();
	expect(take(data, 4, few)).toBe('seen');
	now += 25 * HOUR;
	expect(take(data, 3, few)).toBe('new');
});

test('while one is being worked on, others wait for how it ends', async () => {
	const first = trigger();
	expect(first.claim(key(1))).toBe('new');
	const second = trigger().claim(key(1));
	expect(second).toBeInstanceOf(Promise);
	first.settle(key(1), true);
	await expect(second).resolves.toBe(true);
	expect(trigger().claim(key(1))).toBe('seen');
});

test('what was not taken is new again', async () => {
	const data: IDataObject = {};
	const first = trigger(data);
	void first.claim(key(1));
	const second = trigger(data).claim(key(1));
	first.settle(key(1), false);
	await expect(second).resolves.toBe(false);
	expect(data.seen).toBeUndefined();
	expect(take(data, 1)).toBe('new');
});

test('what could not be started after all is new again', () => {
	const first = trigger();
	void first.claim(key(1));
	first.settle(key(1), true);
	first.forget(key(1));
	expect(take({}, 1)).toBe('new');
});

test.each([[undefined], [null], ['text'], [5], [[1, 2]], [{ a: 'b' }]])(
	'static data that holds %j is no obstacle',
	(seen) => {
		const data = { seen } as IDataObject;
		expect([take(data, 1), take(data, 1)]).toEqual(['new', 'seen']);
	},
);

test('500 deliveries take less than 30 kB', () => {
	const data: IDataObject = {};
	for (let n = 0; n < 600; n++) take(data, n, { ...day, count: 500 });
	expect(JSON.stringify(data).length).toBeLessThan(30_000);
});
