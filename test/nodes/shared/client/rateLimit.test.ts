import { limitKey, LONGEST_PAUSE_MS, pause, pauseLeft, rememberedLimits } from '../../../../nodes/shared/client/rateLimit';
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

test('a limit belongs to a token, a host, a method and an endpoint, and its key hides the token', () => {
	const keys = [
		limitKey('https://a', 'secret-token', 'GET', '/contacts'),
		limitKey('https://a', 'other-token', 'GET', '/contacts'),
		limitKey('https://b', 'secret-token', 'GET', '/contacts'),
		limitKey('https://a', 'secret-token', 'POST', '/contacts'),
		limitKey('https://a', 'secret-token', 'GET', '/contacts/{contactId}'),
	];
	expect(new Set(keys).size).toBe(5);
	expect(limitKey('https://a', 'secret-token', 'GET', '/contacts')).toBe(keys[0]);
	expect(keys[0]).not.toContain('secret');
});
