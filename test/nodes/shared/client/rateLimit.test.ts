import {
	countCall,
	heedRemaining,
	limitKey,
	LONGEST_PAUSE_MS,
	pause,
	pauseLeft,
	rememberedLimits,
} from '../../../../nodes/shared/client/rateLimit';
import { virtualTime, type VirtualTime } from './support/virtualTime';

let time: VirtualTime;
beforeEach(() => {
	time = virtualTime();
});
afterEach(() => time.restore());

test('a pause ends, and is forgotten then', () => {
	pause('a', 1000);
	expect([pauseLeft('a'), pauseLeft('b')]).toEqual([1000, 0]);
	time.advance(999);
	expect(pauseLeft('a')).toBe(1);
	time.advance(1);
	expect(pauseLeft('a')).toBe(0);
	expect(rememberedLimits()).toBe(0);
});

test('the longer pause counts', () => {
	pause('a', 1000);
	pause('a', 500);
	expect(pauseLeft('a')).toBe(1000);
	pause('a', 2000);
	expect(pauseLeft('a')).toBe(2000);
});

test('a pause of no time is none', () => {
	pause('a', 0);
	expect(pauseLeft('a')).toBe(0);
});

test('nothing is remembered for ever, whatever a server asks', () => {
	pause('a', 1e10);
	expect(pauseLeft('a')).toBe(LONGEST_PAUSE_MS);
	time.advance(LONGEST_PAUSE_MS);
	expect(pauseLeft('a')).toBe(0);
});

test('limits that nobody asks for any more go when another is paused', () => {
	for (let index = 0; index < 1000; index++) pause(`endpoint ${index}`, 1000 + index);
	expect(rememberedLimits()).toBe(1000);
	time.advance(2000);
	pause('another', 1000);
	expect(rememberedLimits()).toBe(1);
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
	const none = { 'x-rate-limit-remaining': '0' };

	test('none: the next calls go one by one, at the speed of the limit', () => {
		heedRemaining('a', none, 30);
		expect(pauseLeft('a')).toBe(2000);
		time.advance(2000);
		expect(pauseLeft('a')).toBe(0);
		countCall('a');
		expect(pauseLeft('a')).toBe(2000);
	});

	test('some again: nobody waits any more', () => {
		heedRemaining('a', none, 300);
		time.advance(200);
		heedRemaining('a', { 'x-rate-limit-remaining': '299' }, 300);
		countCall('a');
		expect(pauseLeft('a')).toBe(0);
	});

	test('a refusal counts before it', () => {
		pause('a', 30_000);
		heedRemaining('a', none, 300);
		expect(pauseLeft('a')).toBe(30_000);
	});

	test('it holds no longer than a window', () => {
		heedRemaining('a', none, 300);
		time.advance(61_000);
		countCall('a');
		expect(pauseLeft('a')).toBe(0);
		expect(rememberedLimits()).toBe(0);
	});

	test.each([
		[{}],
		[{ 'x-rate-limit-remaining': '5' }],
		[{ 'x-rate-limit-remaining': 'few' }],
		[{ 'x-rate-limit-remaining': '' }],
	])('%j says nothing of the kind', (headers) => {
		heedRemaining('a', headers, 30);
		expect(pauseLeft('a')).toBe(0);
	});
});
