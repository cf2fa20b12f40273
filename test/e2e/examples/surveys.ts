import { seedIds } from '../../../sandbox/pylon';
import { expectCost } from '../support/examplePage';
import type { Examples } from '../support/examples';

/**
 * Tests the examples about surveys.
 *
 * @param examples what they run in; there from the first test on
 */
export function surveyExamples(examples: () => Examples): void {
	test('csat-follow-up', async () => {
		const { add, run, pylon } = examples();
		const name = 'csat-follow-up';
		const { globex, initech } = seedIds.accounts;
		const tasks = () =>
			[...pylon.state.tasks.values()].filter(({ title }) => title === 'Call Dmitri Novak: rated 2');
		const workflow = await add(name);
		// By hand the trigger takes the latest answers: the 5 of Carla, the 2 of Dmitri.
		const { error } = await run(workflow, 'Pylon Polling Trigger');
		expect(error).toBeUndefined();
		expect(tasks()).toMatchObject([{ account_id: initech, status: 'not_started' }]);
		expect(tasks()[0].body_html).toContain('It took three days');
		expect(pylon.state.accounts.get(globex)?.tags).toEqual(['vip', 'reference']);
		expectCost(pylon, name, {
			'each poll': 1,
			'each survey': 1,
			'each low score': 1,
			'each best score': 1,
		});
	});
}
