import { MOST_STATES } from '../../../nodes/PylonPollingTrigger/events/issueStatusChanged';
import { addIssues } from '../../../sandbox/pylon';
import { HOUR, idsOf, MINUTE, withPolling } from './support/bench';

const bench = withPolling({ checkReplies: false });
const { edit, pass, poller, pylon } = bench;

test('where there are too many states, closed ones are forgotten first: the others stay known', async () => {
	const { issues } = pylon.sim.state;
	const [open] = addIssues(pylon.sim.state, 1, bench.now() - 2 * HOUR);
	const active = poller({ event: 'issue_status_changed' });
	await active.activate();
	pass(MINUTE);
	for (const id of addIssues(pylon.sim.state, MOST_STATES + 5, bench.now(), 1))
		issues.set(id, { ...issues.get(id)!, state: 'closed' });
	expect(await active.poll()).toEqual({});
	pass(HOUR);
	edit(open, { state: 'closed' });
	expect((await active.poll()).items).toMatchObject([
		{ issue: { id: open }, previousState: 'open', category: 'closed' },
	]);
});

test('where there are more open issues than are remembered, only what is known can be told as changed', async () => {
	const ids = addIssues(pylon.sim.state, MOST_STATES + 500, bench.now() - 2 * HOUR, 1);
	const active = poller({ event: 'issue_status_changed' });
	expect(await active.activate()).toEqual({});
	const [newest, oldest] = [ids[0], ids[ids.length - 1]];
	pass(MINUTE);
	edit(oldest, { state: 'on_hold' });
	expect(await active.poll()).toEqual({});
	pass(MINUTE);
	edit(oldest, { state: 'open' });
	edit(newest, { state: 'on_hold' });
	expect(new Set(idsOf((await active.poll()).items, 'issue'))).toEqual(new Set([oldest, newest]));
});
