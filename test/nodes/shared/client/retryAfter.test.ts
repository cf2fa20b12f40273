import { requestedWait } from '../../../../nodes/shared/client/retryAfter';

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
});
