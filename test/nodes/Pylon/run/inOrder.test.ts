import { Sequence } from '../../../../nodes/Pylon/run/inOrder';

/** A promise and what settles it. */
function held() {
	let resolve: (value: string) => void = () => {};
	let reject: (reason: Error) => void = () => {};
	const promise = new Promise<string>((fulfil, refuse) => {
		resolve = fulfil;
		reject = refuse;
	});
	return { promise, resolve, reject };
}

/** A task that is prepared, and done, when it is told to. */
function task(name: string, passed: string[]) {
	const prepared = held();
	const done = held();
	const prepare = async () => await prepared.promise;
	const pass = async (value: string) => {
		passed.push(value);
		return await done.promise;
	};
	return { name, prepare, pass, prepared, done };
}

/** Until everything that can go on has done so. */
const settled = async () => await new Promise((resolve) => setImmediate(resolve));

function sequenceOf(...names: string[]) {
	const passed: string[] = [];
	const sequence = new Sequence();
	const tasks = names.map((name) => task(name, passed));
	const results = tasks.map(async ({ prepare, pass }) => await sequence.run(prepare, pass));
	return { passed, tasks, results };
}

test('tasks pass in the order in which they came, whichever is prepared first, and do not wait for each other beyond', async () => {
	const { passed, tasks, results } = sequenceOf('a', 'b', 'c');
	const [a, b, c] = tasks;
	c.prepared.resolve('c');
	b.prepared.resolve('b');
	await settled();
	expect(passed).toEqual([]);
	a.prepared.resolve('a');
	await settled();
	expect(passed).toEqual(['a', 'b', 'c']);
	for (const { name, done } of tasks) done.resolve(name);
	expect(await Promise.all(results)).toEqual(['a', 'b', 'c']);
});

test('one that cannot be prepared fails at once, and lets nobody past those before it', async () => {
	const { passed, tasks, results } = sequenceOf('a', 'b', 'c');
	const [a, b, c] = tasks;
	b.prepared.reject(new Error('no'));
	c.prepared.resolve('c');
	await expect(results[1]).rejects.toThrow('no');
	await settled();
	expect(passed).toEqual([]);
	a.prepared.resolve('a');
	await settled();
	expect(passed).toEqual(['a', 'c']);
	for (const { name, done } of tasks) done.resolve(name);
	expect(await Promise.all([results[0], results[2]])).toEqual(['a', 'c']);
});

test('one that fails after it has passed keeps nobody back', async () => {
	const { passed, tasks, results } = sequenceOf('a', 'b');
	for (const { name, prepared } of tasks) prepared.resolve(name);
	tasks[0].done.reject(new Error('no'));
	await expect(results[0]).rejects.toThrow('no');
	tasks[1].done.resolve('b');
	expect(await results[1]).toBe('b');
	expect(passed).toEqual(['a', 'b']);
});
