import { seedIds } from '../../../sandbox/pylon';
import { idsOf, MINUTE, withPolling } from './support/bench';

const bench = withPolling();
const { poller, asked, pylon } = bench;
const { users } = seedIds;
const assignedTo = (value: string) => ({
	conditions: { condition: [{ field: 'match-set:assignee_id', operator: 'equals', value }] },
});

test('who is named by email is looked up in every poll', async () => {
	const active = poller({ event: 'issue_created', ...assignedTo('omar@northwind.example') });
	await active.activate();
	bench.pass(MINUTE);
	const id = bench.addIssue({ assignee_id: users.omar });
	bench.addIssue({ assignee_id: users.nora });
	bench.pass(MINUTE);
	pylon.sim.resetLog();
	const { items } = await active.poll();
	expect(idsOf(items, 'issue')).toEqual([id]);
	expect(asked()).toEqual(['POST /users/search', 'POST /issues/search']);
});

test('an email that nobody has stops every poll', async () => {
	const active = poller({ event: 'issue_created', ...assignedTo('nobody@x.example') });
	for (const { error } of [await active.activate(), await active.test()]) {
		expect(error).toMatchObject({
			message: "No user has the email 'nobody@x.example'",
			description: expect.stringContaining("'Condition 1'"),
		});
	}
	expect(asked()).toEqual(['POST /users/search', 'POST /users/search']);
	expect(active.saves).toBe(0);
});
