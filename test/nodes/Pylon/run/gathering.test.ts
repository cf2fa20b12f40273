import { Gathering } from '../../../../nodes/Pylon/run/gathering';

/** A promise and what settles it. */
function held<T>() {
	let resolve!: (value: T) => void;
	const promise = new Promise<T>((done) => {
		resolve = done;
	});
	return { promise, resolve };
}

test('the work is done once, when every item has joined or ended', async () => {
	const gathering = new Gathering();
	const calls: number[][] = [];
	const work = async (inputs: number[]) => {
		calls.push(inputs);
		return inputs.map((input) => input * 10);
	};
	const [begun, slow] = [held<void>(), held<void>()];
	const items = [
		gathering.during(async () => {
			await begun.promise;
			return await gathering.join('key', 1, work);
		}),
		gathering.during(async () => {
			await slow.promise;
			return await gathering.join('key', 2, work);
		}),
		gathering.during(async () => undefined),
		gathering
			.during(async () => await Promise.reject(new Error('failed')))
			.catch((error: Error) => error.message),
	];
	begun.resolve();
	await items[3];
	expect(calls).toEqual([]);
	slow.resolve();
	expect(await Promise.all(items)).toEqual([10, 20, undefined, 'failed']);
	expect(calls).toEqual([[1, 2]]);
});

test('items that come later have the work done for themselves', async () => {
	const gathering = new Gathering();
	const work = jest.fn(async (inputs: string[]) => inputs);
	const join = async (input: string) =>
		await gathering.during(async () => await gathering.join('key', input, work));
	expect(await join('a')).toBe('a');
	expect(await join('b')).toBe('b');
	expect(work.mock.calls).toEqual([[['a']], [['b']]]);
});

test('an item may join again, and others under other keys', async () => {
	const gathering = new Gathering();
	const echo = async (inputs: string[]) => inputs;
	const begun = held<void>();
	const twice = gathering.during(async () => {
		await begun.promise;
		return [await gathering.join('one', 'a', echo), await gathering.join('two', 'b', echo)];
	});
	const other = gathering.during(async () => await gathering.join('two', 'c', echo));
	begun.resolve();
	expect(await Promise.all([twice, other])).toEqual([['a', 'b'], 'c']);
});

test('an item that has its output counts again: others wait until it joins once more, or ends', async () => {
	const gathering = new Gathering();
	const calls: string[][] = [];
	const work = async (inputs: string[]) => {
		calls.push(inputs);
		return await Promise.resolve(inputs);
	};
	const [begun, slow] = [held<void>(), held<void>()];
	const items = [
		gathering.during(async () => {
			await begun.promise;
			await gathering.join('one', 'a', work);
			return await gathering.join('two', 'a', work);
		}),
		gathering.during(async () => {
			await gathering.join('one', 'b', work);
			await slow.promise;
			return await gathering.join('two', 'b', work);
		}),
	];
	begun.resolve();
	await new Promise((resolve) => setImmediate(resolve));
	expect(calls).toEqual([['b', 'a']]);
	slow.resolve();
	expect(await Promise.all(items)).toEqual(['a', 'b']);
	expect(calls).toEqual([
		['b', 'a'],
		['a', 'b'],
	]);
});

test('what the work throws reaches each of them', async () => {
	const gathering = new Gathering();
	const fail = async (): Promise<never[]> => await Promise.reject(new Error('away'));
	const items = [1, 2].map((input) =>
		gathering.during(async () => await gathering.join('key', input, fail)),
	);
	const reasons = await Promise.allSettled(items);
	expect(reasons).toEqual([1, 2].map(() => ({ status: 'rejected', reason: new Error('away') })));
});
