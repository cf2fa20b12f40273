import { getEventListeners } from 'node:events';
import {
	change,
	limitKey,
	LONGEST_PAUSE_MS,
	pauseLeft,
	rememberedLimits,
	startCall,
} from '../../../../nodes/shared/client/rateLimit';
import { call, key, refuse, startAll, succeed, time } from './support/calls';

const MINUTE_MS = 60_000;

describe('a refusal', () => {
	test('lets everybody wait, and is forgotten a minute after the last call', () => {
		refuse(key, 1000);
		expect([pauseLeft(key), pauseLeft('another')]).toEqual([1000, 0]);
		time.advance(999);
		expect(pauseLeft(key)).toBe(1);
		time.advance(1);
		expect(pauseLeft(key)).toBe(0);
		const remembered = rememberedLimits();
		time.advance(MINUTE_MS);
		expect([pauseLeft(key), rememberedLimits()]).toEqual([0, remembered - 1]);
	});

	test('the longer pause counts, and only the first one is told to be new', () => {
		const [one, other, third] = [call(key), call(key), call(key)];
		expect([one.refused(1000), other.refused(500)]).toEqual([true, false]);
		expect(pauseLeft(key)).toBe(1000);
		expect(third.refused(2000)).toBe(false);
		expect(pauseLeft(key)).toBe(2000);
		for (const started of [one, other, third]) started.ended();
	});

	test('of no time is none', () => {
		refuse(key, 0);
		expect(pauseLeft(key)).toBe(0);
	});

	test('is not remembered for ever, whatever a server asks', () => {
		refuse(key, 1e10);
		expect(pauseLeft(key)).toBe(LONGEST_PAUSE_MS);
		time.advance(LONGEST_PAUSE_MS);
		expect(pauseLeft(key)).toBe(0);
	});
});

test('limits that nobody asks for any more go when there is another', () => {
	for (let index = 0; index < 1000; index++) refuse(`endpoint ${index}`, 1000 + index);
	expect(rememberedLimits()).toBe(1000);
	time.advance(MINUTE_MS + 2000);
	refuse('another', 1000);
	expect(rememberedLimits()).toBe(1);
});

test('a limit with a call under way is not forgotten', () => {
	const started = call(key);
	time.advance(2 * MINUTE_MS);
	refuse('another', 1000);
	expect(rememberedLimits()).toBe(2);
	started.ended();
});

test('a limit belongs to a token, a host, a method and an endpoint, and as the connection names it', () => {
	const keys = [
		limitKey({ key: 'secret https://a' }, 'GET', '/contacts'),
		limitKey({ key: 'other https://a' }, 'GET', '/contacts'),
		limitKey({ key: 'secret https://b' }, 'GET', '/contacts'),
		limitKey({ key: 'secret https://a' }, 'POST', '/contacts'),
		limitKey({ key: 'secret https://a' }, 'GET', '/contacts/{contactId}'),
	];
	expect(new Set(keys).size).toBe(5);
	expect(limitKey({ key: 'secret https://a' }, 'GET', '/contacts/{id}')).toBe(keys[4]);
});

describe('what a success says of calls left', () => {
	test('none: the next calls go one by one, at the speed of the limit', () => {
		succeed(call(key, 30), 0);
		expect(pauseLeft(key)).toBe(2000);
		time.advance(2000);
		expect(pauseLeft(key)).toBe(0);
		const started = call(key, 30);
		expect([pauseLeft(key), startCall(key, 30)]).toEqual([2000, undefined]);
		started.ended();
	});

	test('some again: nobody waits any more', () => {
		succeed(call(key), 0);
		time.advance(200);
		succeed(call(key), 299);
		expect(pauseLeft(key)).toBe(0);
		expect(startAll(key).length).toBe(298);
	});

	test('so many may be under way, also of those that had begun', () => {
		const all = startAll(key, 300);
		all.slice(0, 10).forEach((started, index) => succeed(started, 28 - index));
		// 40 of them are still under way, and no more than 19 are left.
		expect(startAll(key)).toEqual([]);
	});

	test.each([
		[3, 3],
		[1, 1],
	])('%d: as many under way', (left, size) => {
		succeed(call(key), left);
		expect(startAll(key).length).toBe(size);
	});

	test('an answer that was overtaken gives no call back; that of a new window does', () => {
		const [first, second, third, ...others] = startAll(key, 30);
		succeed(second, 3);
		succeed(first, 4);
		for (const started of others) started.ended();
		expect(startAll(key, 30).length).toBe(2);
		time.advance(2000);
		succeed(third, 29);
		// Two of 27 are under way already.
		expect(startAll(key, 30).length).toBe(25);
	});

	test('a refusal counts before it', () => {
		const late = call(key);
		refuse(key, 30_000);
		succeed(late, 0);
		expect(pauseLeft(key)).toBe(30_000);
		time.advance(30_000);
		expect(pauseLeft(key)).toBe(0);
		expect(startAll(key).length).toBe(5);
	});

	test('it holds no longer than a window', () => {
		succeed(call(key), 0);
		time.advance(61_000);
		expect(startAll(key).length).toBe(100);
		expect(pauseLeft(key)).toBe(0);
	});

	test.each([
		[{}],
		[{ 'x-rate-limit-remaining': '35' }],
		[{ 'x-rate-limit-remaining': 'few' }],
		[{ 'x-rate-limit-remaining': '' }],
	])('%j says nothing of the kind', (headers) => {
		const started = call(key, 30);
		started.succeeded(headers);
		started.ended();
		expect(pauseLeft(key)).toBe(0);
		expect(startAll(key, 30).length).toBeGreaterThanOrEqual(29);
	});
});

test('who waits for a change is told when a call ends, or when its signal says so', async () => {
	succeed(call(key), 1);
	const [started] = startAll(key);
	const controller = new AbortController();
	const told: string[] = [];
	const waiting = [
		change(key).then(() => told.push('ended')),
		change(key, controller.signal).then(() => told.push('aborted')),
	];
	controller.abort();
	await waiting[1];
	expect(told).toEqual(['aborted']);
	started.ended();
	await Promise.all(waiting);
	expect(told).toEqual(['aborted', 'ended']);
});

test('who waits for a change listens to the signal no longer than that', async () => {
	const any = jest.spyOn(AbortSignal, 'any');
	succeed(call(key), 1);
	const [started] = startAll(key);
	const waiting = change(key, new AbortController().signal);
	started.ended();
	await waiting;
	const followers = any.mock.results.map(({ value }) => value as AbortSignal);
	any.mockRestore();
	expect(followers.map((own) => getEventListeners(own, 'abort').length)).toEqual([0]);
});
