import { getEventListeners } from 'node:events';
import { clock } from '../../../../nodes/shared/client/clock';
import { onAbort } from '../../../../nodes/shared/client/onAbort';
import { addContacts } from '../../../../sandbox/pylon';
import { withPylon } from '../../../support/pylon';
import { errorOf, getContact, runPylon } from './support/run';

const pylon = withPylon();
const warnings: string[] = [];
const note = ({ name }: Error) => warnings.push(name);
beforeEach(() => {
	warnings.length = 0;
	process.on('warning', note);
});
afterEach(() => {
	process.off('warning', note);
	jest.restoreAllMocks();
});

const turn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

/** Warnings are told in the next turn. */
async function expectNoWarnings(): Promise<void> {
	await turn();
	expect(warnings).toEqual([]);
}

const stopped = Array.from({ length: 200 }, () => 'The execution was stopped');
const rename = { ...getContact(), operation: 'update', updateFields: { name: 'Ada' } };

test('200 items whose requests are under way or wait for a place', async () => {
	pylon.sim.faults.add({ kind: 'never-answer' });
	const inputs = addContacts(pylon.sim.state, 200).map((id) => ({ id }));
	const controller = new AbortController();
	const running = runPylon(pylon.credentials, rename, inputs, {
		cancelSignal: controller.signal,
		onError: 'continueRegularOutput',
	});
	while (pylon.sim.requests.length < 50) await turn();
	controller.abort();
	const { items } = await running;
	expect(items.map((item) => errorOf(item)?.message)).toEqual(stopped);
	expect(pylon.sim.requests).toHaveLength(50);
	await expectNoWarnings();
});

test('200 items that wait for a limit', async () => {
	pylon.sim.faults.add({ kind: 'rate-limited', waitMs: 200_000 });
	let waiting = 0;
	const sleep = clock.sleep;
	jest.spyOn(clock, 'sleep').mockImplementation(async (ms, signal) => {
		if (ms > 1000) waiting++;
		await sleep(ms, signal);
	});
	const inputs = addContacts(pylon.sim.state, 200).map((id) => ({ id }));
	const controller = new AbortController();
	const running = runPylon(pylon.credentials, getContact(), inputs, {
		cancelSignal: controller.signal,
		onError: 'continueRegularOutput',
	});
	while (waiting < 50) await turn();
	controller.abort();
	const { items } = await running;
	expect(items.map((item) => errorOf(item)?.message)).toEqual(stopped);
	await expectNoWarnings();
});

test('200 waits for one signal end with it, without a listener of its own', async () => {
	const controller = new AbortController();
	const listen = jest.spyOn(controller.signal, 'addEventListener');
	const waits = stopped.map(async () => await clock.sleep(60_000, controller.signal));
	const called: number[] = [];
	stopped.forEach((_, index) => onAbort(controller.signal, () => void called.push(index)));
	const release = onAbort(controller.signal, () => void called.push(-1));
	release();
	controller.abort();
	const ends = await Promise.allSettled(waits);
	expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
	expect(called).toEqual(stopped.map((_, index) => index));
	expect(listen).not.toHaveBeenCalled();
	await expectNoWarnings();
});

test('when all is done, nobody listens to the signal of the run or to a deadline any more', async () => {
	const any = jest.spyOn(AbortSignal, 'any');
	const deadline = jest.spyOn(clock, 'deadline');
	const inputs = addContacts(pylon.sim.state, 3).map((id) => ({ id }));
	const cancelSignal = new AbortController().signal;
	const { items } = await runPylon(pylon.credentials, rename, inputs, { cancelSignal });
	expect(items).toHaveLength(3);
	const signals = [any, deadline].map(({ mock }) =>
		mock.results.map(({ value }) => value as AbortSignal),
	);
	const listeners = signals.map((some) => some.map((one) => getEventListeners(one, 'abort')));
	expect(listeners).toEqual([
		[[], [], []],
		[[], [], []],
	]);
});
