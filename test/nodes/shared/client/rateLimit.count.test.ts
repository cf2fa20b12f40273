import { call, key, refuse, startAll, succeed, time } from './support/calls';

const MINUTE_MS = 60_000;

describe('the own count, where what Pylon says lags behind', () => {
	const lagging = 299;

	/** @returns the most calls under way when so many had gone through */
	function most(successes: number): number {
		for (let done = 0; done < successes; done++) succeed(call(key), lagging);
		const all = startAll(key);
		for (const started of all) started.ended();
		return all.length;
	}

	test.each([
		[1, 299],
		[200, 100],
		[290, 10],
		[298, 5],
		[300, 5],
		[310, 10],
		[400, 100],
	])('after %d successes %d may be under way', (successes, size) => {
		expect(most(successes)).toBe(size);
	});

	test('it begins again with each window, and after each refusal', () => {
		expect(most(298)).toBe(5);
		time.advance(MINUTE_MS);
		expect(most(1)).toBe(299);
		expect(most(297)).toBe(5);
		refuse(key, 1000);
		time.advance(1000);
		expect(most(1)).toBe(299);
	});

	test('what went through in an earlier window counts no more after a refusal', () => {
		most(400);
		time.advance(MINUTE_MS);
		most(1);
		refuse(key, 1000);
		time.advance(1000);
		expect(most(298)).toBe(5);
	});

	test('what went through in one window counts in the next', () => {
		most(400);
		time.advance(MINUTE_MS);
		expect(most(298)).toBe(102);
	});
});
