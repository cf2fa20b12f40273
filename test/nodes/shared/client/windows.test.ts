import fc from 'fast-check';

import { cutIntoWindows, WINDOW_MS, windowed } from '../../../../nodes/shared/client/windows';
import { virtualTime } from './support/virtualTime';

const DAY = 86_400_000;
const at = (text: string) => Date.parse(text);

test('no gap, no overlap but the shared edge, none too long, the newest first', () => {
	const moment = fc.integer({ min: at('2010-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });
	fc.assert(
		fc.property(moment, fc.integer({ min: 0, max: 10 * 366 * DAY }), (start, length) => {
			const windows = cutIntoWindows(start, start + length);
			expect(windows[0][1]).toBe(start + length);
			expect(windows.at(-1)?.[0]).toBe(start);
			windows.forEach(([from, to], index) => {
				expect(to - from).toBeLessThanOrEqual(WINDOW_MS);
				expect(to - from).toBeGreaterThan(length === 0 ? -1 : 0);
				if (index > 0) expect(to).toBe(windows[index - 1][0]);
			});
			expect(windows).toHaveLength(Math.max(1, Math.ceil(length / WINDOW_MS)));
		}),
	);
});

test.each([
	[WINDOW_MS - 1, 1],
	[WINDOW_MS, 1],
	[WINDOW_MS + 1, 2],
	[2 * WINDOW_MS, 2],
])('%i ms are %i windows', (length, count) => {
	expect(cutIntoWindows(0, length)).toHaveLength(count);
});

test('ten years are 122 windows', () => {
	expect(cutIntoWindows(at('2016-11-20T00:00:00Z'), at('2026-11-20T00:00:00Z'))).toHaveLength(122);
});

test('a day of 23 or 25 hours somewhere changes nothing: all is in UTC', () => {
	const windows = cutIntoWindows(at('2026-03-08T00:00:00-05:00'), at('2026-11-08T00:00:00-05:00'));
	for (const [from, to] of windows.slice(0, -1)) expect(to - from).toBe(30 * DAY);
});

describe('the requests', () => {
	const request = (startTime: string, endTime: string) => ({
		template: '/issues',
		query: { start_time: startTime, end_time: endTime, tag: 'x' },
	});

	test('keep the rest of the query and round outwards to whole seconds', () => {
		expect(
			windowed(request('2026-10-01T00:00:00.600Z', '2026-11-10T00:00:00.200Z')).map(
				({ query }) => query,
			),
		).toEqual([
			{ start_time: '2026-10-11T00:00:01Z', end_time: '2026-11-10T00:00:01Z', tag: 'x' },
			{ start_time: '2026-10-01T00:00:00Z', end_time: '2026-10-11T00:00:01Z', tag: 'x' },
		]);
	});

	test('an end far in the future costs no request', () => {
		const time = virtualTime();
		const start = new Date(time.now() - DAY).toISOString();
		const windows = windowed(request(start, '2126-01-01T00:00:00Z'));
		time.restore();
		expect(windows).toHaveLength(1);
		expect(at(String(windows[0].query?.end_time))).toBe(time.now() + DAY);
	});

	test('a period that lies ahead is one request, and none from its end to its start', () => {
		const start = '2126-01-01T00:00:00Z';
		expect(windowed(request(start, '2126-02-01T00:00:00Z'))).toMatchObject([
			{ query: { start_time: start, end_time: start } },
		]);
	});

	test('an empty period is one request', () => {
		const moment = '2026-01-01T00:00:00Z';
		expect(windowed(request(moment, moment))).toMatchObject([
			{ query: { start_time: moment, end_time: moment } },
		]);
	});
});
