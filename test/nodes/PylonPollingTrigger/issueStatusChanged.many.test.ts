import { MOST_STATES } from '../../../nodes/PylonPollingTrigger/events/issueStatusChanged';
import { addIssues } from '../../../sandbox/pylon';
import { HOUR, idsOf, MINUTE, withPolling } from './support/bench';

const bench = withPolling({ checkReplies: false });
const { edit, pass, poller, pylon } = bench;

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
