import { requestedWait, waitAfterSuccess } from '../../../../nodes/shared/client/retryAfter';

const now = Date.parse('2026-11-20T12:00:00Z');
const inHalfAMinute = new Date(now + 30_000).toUTCString();

describe('how long a 429 asks to wait', () => {
	test.each([
		['X-Retry-After in seconds', { 'x-retry-after': '7' }, 7000],
		['as a number', { 'x-retry-after': 7 }, 7000],
		['Retry-After in seconds', { 'retry-after': '7' }, 7000],
		['parts of a second', { 'x-retry-after': ' 1.5 ' }, 1500],
		['Pylon before a proxy', { 'x-retry-after': '2', 'retry-after': '60' }, 2000],
		['an HTTP date', { 'retry-after': inHalfAMinute }, 30_000],
		['an ISO date', { 'x-retry-after': '2026-11-20T12:00:05Z' }, 5000],
		['zero', { 'x-retry-after': '0' }, 0],
		['very long', { 'x-retry-after': '10000000' }, 1e10],
		['X-RateLimit-Reset in seconds', { 'x-ratelimit-reset': '12' }, 12_000],
		['X-Rate-Limit-Reset, seconds since 1970', { 'x-rate-limit-reset': String(now / 1000 + 9) }, 9000],
		['X-RateLimit-Reset, milliseconds since 1970', { 'x-ratelimit-reset': String(now + 9500) }, 9500],
		['X-RateLimit-Reset as a date', { 'x-ratelimit-reset': inHalfAMinute }, 30_000],
		['Retry-After before a reset', { 'retry-after': '3', 'x-ratelimit-reset': '50' }, 3000],
		['a reset instead of nonsense', { 'x-retry-after': 'soon', 'x-ratelimit-reset': '4' }, 4000],
		['one header instead of the other', { 'x-retry-after': '-1', 'retry-after': '3' }, 3000],
	])('%s', (_, headers, ms) => {
		expect(requestedWait(headers, now)).toBe(ms);
	});

	test.each([
		['nothing', {}],
		['soon', { 'x-retry-after': 'soon' }],
		['negative', { 'x-retry-after': '-5', 'retry-after': '-1' }],
		['empty', { 'x-retry-after': ' ' }],
		['a date in the past', { 'x-retry-after': 'Fri, 20 Nov 2026 11:59:59 GMT' }],
		['a date that is none', { 'retry-after': 'Fri, 99 Foo 2026' }],
		['infinity', { 'x-retry-after': 'Infinity' }],
		['an exponent', { 'x-retry-after': '1e9' }],
		['twice in one header', { 'x-retry-after': '1, 2' }],
		['a list', { 'x-retry-after': ['1', '2'] }],
		['null', { 'x-retry-after': null }],
	])('nothing usable: %s', (_, headers) => {
		expect(requestedWait(headers, now)).toBeUndefined();
	});

	test('a reset that is over asks for no time', () => {
		expect(requestedWait({ 'x-ratelimit-reset': String(now / 1000 - 9) }, now)).toBe(0);
	});
});

describe('after a success', () => {
	test.each([
		['none left', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '5' }, 5000],
		['the other spelling', { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': '5' }, 5000],
		['fewer than none', { 'x-ratelimit-remaining': '-3', 'x-ratelimit-reset': '5' }, 5000],
		['some left', { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': '5' }, undefined],
		['no word about the reset', { 'x-ratelimit-remaining': '0' }, undefined],
		['Retry-After is not for successes', { 'x-ratelimit-remaining': '0', 'retry-after': '5' }, undefined],
		['nonsense', { 'x-ratelimit-remaining': 'few', 'x-ratelimit-reset': '5' }, undefined],
		['nothing', {}, undefined],
	])('%s', (_, headers, ms) => {
		expect(waitAfterSuccess(headers, now)).toBe(ms);
	});
});
