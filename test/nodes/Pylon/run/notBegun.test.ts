import { callsAtFirst } from '../../../../nodes/shared/client/rateLimit';
import { knownRun } from '../../../../nodes/Pylon/run/runState';
import { runNode } from '../../../support/engine';
import { withPylon } from '../../../support/pylon';
import { doIt, nodeWith } from '../../shared/client/support/ownNode';
import { createIssue, itemsOf, runPylon } from '../../shared/client/support/run';

const pylon = withPylon();

test('an item that waits for its first request when another ends the run sends nothing', async () => {
	// 20 items have a place, but fewer calls may be under way at first: Pylon allows 30 new issues a minute.
	const underWay = callsAtFirst(30);
	const nth = Array.from({ length: underWay }, (_, index) => index + 1);
	pylon.sim.faults.add({ kind: 'status', status: 400, nth });
	const inputs = Array.from({ length: 20 }, (_, index) => ({ title: `Issue ${index}` }));
	const { items, error } = await runPylon(
		pylon.credentials,
		{ ...createIssue(), requestOptions: { concurrency: 20 } },
		inputs,
	);
	expect(error).toMatchObject({ httpCode: '400', context: { itemIndex: 0 } });
	expect(items).toEqual([]);
	expect(pylon.sim.requests).toHaveLength(underWay);
});

test('where the node decides, ten requests that create something are under way when the first one fails', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 400 });
	const inputs = Array.from({ length: 40 }, (_, index) => ({ title: `Task ${index}` }));
	const createTask = { resource: 'task', operation: 'create', title: '={{ $json.title }}' };
	const { error } = await runPylon(pylon.credentials, createTask, inputs);
	expect(error).toMatchObject({ httpCode: '400', context: { itemIndex: 0 } });
	expect(pylon.sim.requests).toHaveLength(10);
});

test('an item that has sent its first request when another ends the run sends the others too', async () => {
	const node = nodeWith({
		request: { method: 'GET', url: '/me' },
		run: async ({ context, send }) => {
			await send({ template: '/users' });
			if (context.getItemIndex() === 1) throw new Error('no');
			while (!knownRun(context).limiter.isStopped)
				await new Promise((resolve) => setImmediate(resolve));
			return await send({ template: '/teams' });
		},
	});
	const { error } = await runNode({
		node,
		credentials: pylon.credentials,
		parameters: doIt,
		items: itemsOf({}, {}),
	});
	expect(error?.message).toBe('no [item 1]');
	expect(pylon.sim.countOf('getTeams')).toBe(1);
});
