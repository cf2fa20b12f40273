import { storeIssue } from '../../../../sandbox/pylon/seed/blank';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';

const pylon = withPylon({ seed: 'empty' });

const HOUR_MS = 3_600_000;
const WEEK_HOURS = 7 * 24;

test('with nothing set it runs, and gives the issues of the last seven days, the newest first', async () => {
	const addFrom = (hoursAgo: number) =>
		storeIssue(pylon.sim.state, new Date(Date.now() - hoursAgo * HOUR_MS).toISOString(), {
			title: `${hoursAgo} hours ago`,
		}).title;
	const [, oldest, newest] = [WEEK_HOURS + 2, WEEK_HOURS - 2, 1].map(addFrom);
	const { items, error } = await runPylon(pylon.credentials, {
		resource: 'issue',
		operation: 'getAll',
	});
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.title)).toEqual([newest, oldest]);
	const { start_time: start, end_time: end } = pylon.sim.requests[0].query ?? {};
	const hours = (Date.parse(String(end)) - Date.parse(String(start))) / HOUR_MS;
	expect(Math.round(hours)).toBe(WEEK_HOURS);
});
