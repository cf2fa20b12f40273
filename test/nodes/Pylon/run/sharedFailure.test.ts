import type { Call } from '../../../../nodes/Pylon/run/operationPlan';
import { runNode } from '../../../support/engine';
import { withPylon } from '../../../support/pylon';
import { doIt, nodeWith } from '../../shared/client/support/ownNode';
import { errorOf, itemsOf } from '../../shared/client/support/run';

const pylon = withPylon();

const request = { method: 'GET', url: '/me' } as const;
const me = async ({ send }: Call) => await send({ template: '/users' });

/** Ways to wait for one request together. */
const nodes = {
	'a look-up': nodeWith({
		request,
		run: async (call) => await call.cached('users', async () => await me(call)),
	}),
	'what all do together': nodeWith({
		request,
		complete: async (items, call) =>
			await call.gather('users', items, async (all) => {
				await me(call);
				return all;
			}),
	}),
};

describe.each(Object.entries(nodes))('%s fails', (_, node) => {
	const run = async (continueOnFail: boolean, cancelSignal?: AbortSignal) =>
		await runNode({
			node,
			credentials: pylon.credentials,
			parameters: doIt,
			items: itemsOf({}, {}, {}),
			continueOnFail,
			cancelSignal,
		});

	test('it ends the run: the message names one item, once', async () => {
		pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'getUsers' });
		const { items } = await run(true);
		const [message] = items.map((item) => errorOf(item)?.message);
		expect(message).toContain('The API token lacks permission (to read users)');
		const { error } = await run(false);
		expect(error).toMatchObject({ message: `${message} [item 0]`, context: { itemIndex: 0 } });
	});

	test('the run goes on: each item has the error, and is linked to its input', async () => {
		pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'getUsers', nth: [1] });
		const { items } = await run(true);
		expect(items.map((item) => errorOf(item)?.status)).toEqual([403, 403, 403]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		expect(pylon.sim.countOf('getUsers')).toBe(1);
	});

	test('because the execution is stopped: that is about no item', async () => {
		pylon.sim.faults.add({ kind: 'never-answer', operationId: 'getUsers' });
		const controller = new AbortController();
		const running = run(false, controller.signal);
		while (pylon.sim.countOf('getUsers') === 0)
			await new Promise((resolve) => setImmediate(resolve));
		controller.abort();
		expect((await running).error?.message).toBe('The execution was stopped');
	});
});
