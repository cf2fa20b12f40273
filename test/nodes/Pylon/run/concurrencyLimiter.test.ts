import { ConcurrencyLimiter } from '../../../../nodes/Pylon/run/concurrencyLimiter';
import { automatic } from '../../../../nodes/Pylon/run/startRun';

/** A task that ends when told to. */
function task(name: string, begun: string[]) {
	let end: () => void = () => undefined;
	let fail: (reason: Error) => void = () => undefined;
	const ended = new Promise<string>((resolve, reject) => {
		end = () => resolve(name);
		fail = reject;
	});
	const run = async () => {
		begun.push(name);
		return await ended;
	};
	return { run, end: () => end(), fail: (reason: Error) => fail(reason) };
}

const settled = async () => await new Promise((resolve) => setImmediate(resolve));

test('runs no more than its size at once, in the order of arrival', async () => {
	const limiter = new ConcurrencyLimiter(2);
	const begun: string[] = [];
	const tasks = ['a', 'b', 'c', 'd'].map((name) => task(name, begun));
	const results = tasks.map(async ({ run }) => await limiter.run(run));
	await settled();
	expect(begun).toEqual(['a', 'b']);
	tasks[1].end();
	await settled();
	expect(begun).toEqual(['a', 'b', 'c']);
	for (const { end } of tasks) end();
	expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd']);
});

test('a task that throws gives its place to the next', async () => {
	const limiter = new ConcurrencyLimiter(1);
	const begun: string[] = [];
	const [first, second] = ['a', 'b'].map((name) => task(name, begun));
	const results = [limiter.run(first.run), limiter.run(second.run)];
	first.fail(new Error('no'));
	second.end();
	await expect(results[0]).rejects.toThrow('no');
	await expect(results[1]).resolves.toBe('b');
	await expect(limiter.run(async () => 'c')).resolves.toBe('c');
});

test('stopped: what is under way goes on, nothing more begins', async () => {
	const limiter = new ConcurrencyLimiter(1);
	const begun: string[] = [];
	const [first, second] = ['a', 'b'].map((name) => task(name, begun));
	const results = [limiter.run(first.run), limiter.run(second.run)];
	limiter.stop();
	first.end();
	expect(await Promise.all(results)).toEqual(['a', undefined]);
	expect(await limiter.run(async () => 'c')).toBeUndefined();
	expect(begun).toEqual(['a']);
});

test('as many as begin in the next round trip are told that their turn comes soon, each once', async () => {
	const limiter = new ConcurrencyLimiter(2);
	const begun: string[] = [];
	const told: string[] = [];
	const tasks = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => ({ name, ...task(name, begun) }));
	const results = tasks.map(async ({ name, run }) => await limiter.run(run, () => told.push(name)));
	expect(begun).toEqual(['a', 'b']);
	expect(told).toEqual(['c', 'd']);
	tasks[1].end();
	await settled();
	expect(begun).toEqual(['a', 'b', 'c']);
	expect(told).toEqual(['c', 'd', 'e']);
	limiter.stop();
	for (const { end } of tasks) end();
	await Promise.all(results);
	expect(begun).toEqual(['a', 'b', 'c']);
	expect(told).toEqual(['c', 'd', 'e']);
});

test('one that stops at a failure lets nothing begin after it', async () => {
	const limiter = new ConcurrencyLimiter(2, true);
	const begun: string[] = [];
	const tasks = ['a', 'b', 'c', 'd'].map((name) => task(name, begun));
	const results = tasks.map(async ({ run }) => await limiter.run(run));
	tasks[0].end();
	await settled();
	tasks[1].fail(new Error('no'));
	await expect(results[1]).rejects.toThrow('no');
	for (const { end } of tasks) end();
	expect([await results[0], await results[2], await results[3]]).toEqual(['a', 'c', undefined]);
	expect(begun).toEqual(['a', 'b', 'c']);
});

describe('a window that is found out', () => {
	const bounds = { least: 1, first: 2, most: 20 };

	/** Begins as many tasks as may run, and ends those of one round trip after the other. */
	async function roundTrips(
		outcomes: Array<'well' | 'overloaded'>,
		limits = bounds,
	): Promise<number[]> {
		const limiter = new ConcurrencyLimiter(limits);
		let ends: Array<() => void> = [];
		const all = Array.from({ length: 500 }, async () =>
			limiter.run(async ({ overloaded }) => {
				const outcome = await new Promise<string>((resolve) =>
					ends.push(() => resolve(outcomes[trip])),
				);
				if (outcome === 'overloaded') overloaded();
			}),
		);
		const sizes: number[] = [];
		let trip = 0;
		for (; trip < outcomes.length; trip++) {
			await settled();
			const underWay = ends;
			ends = [];
			sizes.push(underWay.length);
			for (const end of underWay) end();
			await settled();
		}
		limiter.stop();
		while (ends.length > 0) {
			for (const end of ends.splice(0)) end();
			await settled();
		}
		await Promise.all(all);
		return sizes;
	}

	test('doubles with each round trip, up to its bound', async () => {
		expect(await roundTrips(['well', 'well', 'well', 'well'])).toEqual([2, 4, 8, 16]);
	});

	test.each([
		{ most: 20, told: 4 },
		{ most: 3, told: 3 },
	])('that doubles up to $most tells $told that their turn comes soon', async ({ most, told }) => {
		const limiter = new ConcurrencyLimiter({ ...bounds, most });
		const begun: string[] = [];
		const tasks = Array.from({ length: 10 }, (_, index) => task(String(index), begun));
		let soon = 0;
		const results = tasks.map(async ({ run }) => await limiter.run(run, () => soon++));
		expect([begun.length, soon]).toEqual([2, told]);
		limiter.stop();
		for (const { end } of tasks) end();
		await Promise.all(results);
		expect([begun.length, soon]).toEqual([2, told]);
	});

	test('that an overload has halved tells as many as may run at once', async () => {
		const limiter = new ConcurrencyLimiter({ ...bounds, first: 8 });
		const begun: string[] = [];
		const tasks = Array.from({ length: 40 }, (_, index) => task(String(index), begun));
		let soon = 0;
		let overload = () => undefined as void;
		const first = limiter.run(async ({ overloaded }) => {
			overload = overloaded;
			return await tasks[0].run();
		});
		overload();
		const results = tasks.slice(1).map(async ({ run }) => await limiter.run(run, () => soon++));
		expect([begun.length, soon]).toEqual([4, 4]);
		limiter.stop();
		for (const { end } of tasks) end();
		await Promise.all([first, ...results]);
	});

	test.each([
		{ callsPerMinute: 300, isSafe: true, sizes: [100, 200, 200] },
		{ callsPerMinute: 60, isSafe: true, sizes: [20, 40, 40] },
		{ callsPerMinute: 10, isSafe: true, sizes: [5, 10, 10] },
		{ callsPerMinute: 300, isSafe: false, sizes: [10, 20, 40] },
		{ callsPerMinute: 10, isSafe: false, sizes: [5, 10, 10] },
	])('of $callsPerMinute calls a minute, safe to repeat: $isSafe', async (given) => {
		const outcomes = given.sizes.map(() => 'well' as const);
		const limits = automatic(given.callsPerMinute, given.isSafe);
		expect(await roundTrips(outcomes, limits)).toEqual(given.sizes);
	});

	test('is halved once by an overload, however many tasks meet it, and grows by about one from there', async () => {
		const outcomes = ['well', 'well', 'overloaded', 'well', 'well', 'well'] as const;
		// A little less than one: the window grows while the tasks of a round trip end.
		expect(await roundTrips([...outcomes])).toEqual([2, 4, 8, 4, 4, 5]);
	});

	test('does not get smaller than its bound', async () => {
		const outcomes = Array.from({ length: 4 }, () => 'overloaded' as const);
		expect(await roundTrips(outcomes)).toEqual([2, 1, 1, 1]);
	});
});
