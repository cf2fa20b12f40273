import { callsAtFirst } from '../../../../nodes/shared/client/rateLimit';
import { seedIds } from '../../../../sandbox/pylon';
import { withPylon } from '../../../support/pylon';
import { createIssue, errorOf, getContact, runPylon } from './support/run';
import { virtualTime } from './support/virtualTime';

const pylon = withPylon();
const read = getContact(seedIds.contacts.ada);
const many = Array.from({ length: 20 }, () => ({}));

/** Resolves as soon as the simulated Pylon has received so many requests. */
async function received(count: number): Promise<void> {
	while (pylon.sim.requests.length < count) await new Promise((resolve) => setImmediate(resolve));
}

/** What is set, and how many items of each operation begin: of 120, so that not all of them do. */
describe.each([
	{ concurrency: 5, reads: 5, creates: 5 },
	// Of users and contacts 300 calls are allowed in a minute, of new issues 30.
	{ concurrency: 'automatic', reads: callsAtFirst(300), creates: callsAtFirst(30) },
])('$concurrency at once', ({ concurrency, reads, creates }) => {
	const requestOptions = { concurrency };
	const inputs = Array.from({ length: 120 }, () => ({}));

	test('during a wait: real timers end at once', async () => {
		pylon.sim.faults.add({ kind: 'rate-limited', waitMs: 200_000 });
		const controller = new AbortController();
		// Another endpoint than the other tests': the pause that is asked for stays in memory.
		const resource = concurrency === 5 ? 'account' : 'user';
		const id = concurrency === 5 ? seedIds.accounts.globex : seedIds.users.nora;
		const record = { __rl: true, mode: 'id', value: id };
		const readOther = { resource, operation: 'get', [`${resource}Id`]: record, requestOptions };
		const running = runPylon(pylon.credentials, readOther, inputs, {
			cancelSignal: controller.signal,
		});
		await received(reads);
		setTimeout(() => controller.abort(), 20);
		const { error } = await running;
		expect(error).toMatchObject({
			message: 'The execution was stopped',
			description: 'No request is still running.',
		});
		expect(pylon.sim.requests).toHaveLength(reads);
	});

	test.each([
		['a read', read, reads, 'No request is still running.', undefined],
		[
			'a create',
			createIssue('t'),
			creates,
			'Pylon may have processed it anyway, so it was not sent again. Check in Pylon before you repeat it.',
			true,
		],
	])('during %s', async (_, operation, begun, description, maybeProcessed) => {
		pylon.sim.faults.add({ kind: 'never-answer' });
		const controller = new AbortController();
		const options = { cancelSignal: controller.signal, onError: 'continueRegularOutput' } as const;
		const parameters = { ...operation, requestOptions };
		const running = runPylon(pylon.credentials, parameters, inputs, options);
		await received(begun);
		controller.abort();
		const { items } = await running;
		expect(items).toHaveLength(inputs.length);
		items.forEach((item, index) => {
			expect(item.pairedItem).toEqual({ item: index });
			expect(errorOf(item)?.message).toBe('The execution was stopped');
		});
		expect(errorOf(items[0])).toMatchObject({ description });
		expect(errorOf(items[0])?.maybeProcessed).toBe(maybeProcessed);
		// What had not begun is certain not to have happened.
		expect(errorOf(items[inputs.length - 1])).toEqual({
			message: 'The execution was stopped',
			description: 'No request is still running.',
		});
		expect(pylon.sim.requests).toHaveLength(begun);
	});
});

test('while items wait for their turn with a record', async () => {
	pylon.sim.faults.add({ kind: 'never-answer' });
	const controller = new AbortController();
	const rename = { ...read, operation: 'update', updateFields: { name: 'Ada' } };
	const running = runPylon(pylon.credentials, rename, many, {
		cancelSignal: controller.signal,
		onError: 'continueRegularOutput',
	});
	await received(1);
	controller.abort();
	const { items } = await running;
	expect(items.map((item) => errorOf(item)?.message)).toEqual(
		many.map(() => 'The execution was stopped'),
	);
	expect(pylon.sim.requests).toHaveLength(1);
});

test('before the first request', async () => {
	const controller = new AbortController();
	controller.abort();
	const { error } = await runPylon(pylon.credentials, read, many, {
		cancelSignal: controller.signal,
	});
	expect(error?.message).toBe('The execution was stopped');
	expect(pylon.sim.requests).toEqual([]);
});

test('between two tries of an update, the first of which may have been carried out', async () => {
	const time = virtualTime();
	const controller = new AbortController();
	time.onWait = () => controller.abort();
	pylon.sim.faults.add({ kind: 'reset', processed: true });
	const rename = { ...read, operation: 'update', updateFields: { name: 'Ada' } };
	const { items } = await runPylon(pylon.credentials, rename, [{}], {
		cancelSignal: controller.signal,
		onError: 'continueRegularOutput',
	});
	time.restore();
	expect(errorOf(items[0])).toEqual({
		message: 'The execution was stopped',
		description: 'Pylon may have processed one of the tries anyway; repeating it does no harm.',
		maybeProcessed: true,
	});
});

test('between two tries', async () => {
	const time = virtualTime();
	const controller = new AbortController();
	time.onWait = () => controller.abort();
	pylon.sim.faults.add({ kind: 'status', status: 503 });
	const { error } = await runPylon(pylon.credentials, read, [{}], {
		cancelSignal: controller.signal,
	});
	time.restore();
	expect(error?.message).toBe('The execution was stopped');
	expect(pylon.sim.requests).toHaveLength(1);
});
