import { KeyedMutex } from '../../../../nodes/Pylon/run/keyedMutex';

/** A task that ends when it is told to. */
function task() {
	let end = () => {};
	const ended = new Promise<void>((resolve) => {
		end = resolve;
	});
	const run = jest.fn(async (isFirst: boolean) => {
		await ended;
		return isFirst;
	});
	return { run, end };
}

/** Until everything that can go on has done so. */
const settled = async () => await new Promise((resolve) => setImmediate(resolve));

test('tasks with the same key run one after the other, in the order in which they came', async () => {
	const mutex = new KeyedMutex();
	const [one, two, three] = [task(), task(), task()];
	const results = [one, two, three].map(({ run }) => mutex.withLock(['a'], run));
	const begun = () => [one, two, three].map(({ run }) => run.mock.calls.length);
	await settled();
	expect(begun()).toEqual([1, 0, 0]);
	one.end();
	await settled();
	expect(begun()).toEqual([1, 1, 0]);
	two.end();
	three.end();
	expect(await Promise.all(results)).toEqual([true, false, false]);
});

test('tasks with no key in common do not wait for each other', async () => {
	const mutex = new KeyedMutex();
	const [one, two] = [task(), task()];
	const first = mutex.withLock(['a', 'b'], one.run);
	two.end();
	expect(await mutex.withLock(['c'], two.run)).toBe(true);
	one.end();
	expect(await first).toBe(true);
});

test('a task with several keys waits for all of them, and is the first only where no key was used', async () => {
	const mutex = new KeyedMutex();
	const [one, two, both] = [task(), task(), task()];
	const before = [mutex.withLock(['a'], one.run), mutex.withLock(['b'], two.run)];
	const last = mutex.withLock(['a', 'b', 'c'], both.run);
	both.end();
	one.end();
	await settled();
	expect(both.run).not.toHaveBeenCalled();
	two.end();
	expect(await last).toBe(false);
	await Promise.all(before);
	const after = task();
	after.end();
	expect(await mutex.withLock(['c', 'd'], after.run)).toBe(false);
});

test('two tasks that name their keys in another order do not wait for each other for ever', async () => {
	const mutex = new KeyedMutex();
	const [one, two] = [task(), task()];
	one.end();
	two.end();
	expect(
		await Promise.all([mutex.withLock(['a', 'b'], one.run), mutex.withLock(['b', 'a'], two.run)]),
	).toEqual([true, false]);
});

test('a task that fails throws what it threw, and lets the next one begin', async () => {
	const mutex = new KeyedMutex();
	const failing = mutex.withLock(['a'], async () => {
		await settled();
		throw new Error('gone');
	});
	const next = task();
	next.end();
	const after = mutex.withLock(['a'], next.run);
	await expect(failing).rejects.toThrow('gone');
	expect(await after).toBe(false);
});
