import { withPylon } from '../../../support/pylon';
import { createIssue, runPylon } from '../../shared/client/support/run';

const pylon = withPylon();

test('an item that waits for its first request when another ends the run sends nothing', async () => {
	// 20 items have a place; of creates, five calls may be under way at first.
	pylon.sim.faults.add({ kind: 'status', status: 400, nth: [1, 2, 3, 4, 5] });
	const inputs = Array.from({ length: 20 }, (_, index) => ({ title: `Issue ${index}` }));
	const { items, error } = await runPylon(
		pylon.credentials,
		{ ...createIssue(), requestOptions: { concurrency: 20 } },
		inputs,
	);
	expect(error).toMatchObject({ httpCode: '400', context: { itemIndex: 0 } });
	expect(items).toEqual([]);
	expect(pylon.sim.requests).toHaveLength(5);
});
