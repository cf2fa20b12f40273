import { seedIds } from '../../../sandbox/pylon';
import { expectCost } from '../support/examplePage';
import type { Examples } from '../support/examples';

const DAY_MS = 86_400_000;

/**
 * Tests the examples that look after issues.
 *
 * @param examples what they run in; there from the first test on
 */
export function issueExamples(examples: () => Examples): void {
	test('stale-issues', async () => {
		const { add, run, pylon } = examples();
		const name = 'stale-issues';
		const workflow = await add(name);
		// Number 95 has been quiet for 20 days; number 103, of two days ago, has not been quiet long enough.
		const quiet = [...pylon.state.issues.values()].find(({ number }) => number === 95)?.id ?? '';
		const messagesOf = (id: string) =>
			[...pylon.state.messages.values()].filter(({ issue_id }) => issue_id === id);
		const before = messagesOf(quiet).length;

		const first = await run(workflow, 'Every weekday at 8:00');
		expect(first.error).toBeUndefined();
		expect(messagesOf(quiet)).toHaveLength(before + 1);
		expect(pylon.state.issues.get(quiet)?.tags).toContain('nudged');
		expect(pylon.state.issues.get(seedIds.issues.initech)?.tags).not.toContain('nudged');
		expectCost(pylon, name, {
			'each run': 1,
			'each run that asks by email': 1,
			'each customer asked': 1,
		});

		// Once more at once: nothing is left to do.
		pylon.resetLog();
		await run(workflow, 'Every weekday at 8:00');
		expect(messagesOf(quiet)).toHaveLength(before + 1);
		expectCost(pylon, name, { 'each run': 1 });

		// A week later.
		const issue = pylon.state.issues.get(quiet);
		if (!issue) throw new Error('the issue is gone');
		const latest_message_time = new Date(Date.now() - 8 * DAY_MS).toISOString();
		pylon.state.issues.set(quiet, { ...issue, latest_message_time });
		pylon.resetLog();
		const third = await run(workflow, 'Every weekday at 8:00');
		expect(third.error).toBeUndefined();
		const until = Date.parse(pylon.state.issues.get(quiet)?.snoozed_until_time ?? '');
		expect(Math.round((until - Date.now()) / DAY_MS)).toBe(30);
		expect(messagesOf(quiet)).toHaveLength(before + 1);
		expectCost(pylon, name, { 'each run': 1, 'each issue snoozed': 1 });
	});

	test('sla-watch', async () => {
		const { add, run, pylon } = examples();
		const name = 'sla-watch';
		const { initech, globex, form, first } = seedIds.issues;
		const due = (id: string, minutes: number, more: object = {}) => {
			const issue = pylon.state.issues.get(id);
			if (!issue) throw new Error('the issue is gone');
			const first_response_breach_time = new Date(Date.now() + minutes * 60_000).toISOString();
			const changed = { ...issue, first_response_time: null, first_response_breach_time, ...more };
			pylon.state.issues.set(id, changed);
		};
		due(initech, 30);
		due(globex, 90);
		due(form, 30, { first_response_time: new Date().toISOString() });
		due(first, 30, { state: 'closed' });
		const warned = () =>
			[...pylon.state.issues.values()]
				.filter(({ tags }) => tags.includes('sla-warning'))
				.map(({ id }) => id);
		const workflow = await add(name);
		const once = await run(workflow, 'Every 10 minutes');
		expect(once.error).toBeUndefined();
		expect(warned()).toEqual([initech]);
		const notes = [...pylon.state.messages.values()].filter(({ message_html }) =>
			message_html.includes('The first response is due at 20'),
		);
		expect(notes).toMatchObject([{ issue_id: initech, is_private: true }]);
		expectCost(pylon, name, { 'each run': 1, 'each warning': 1 });

		pylon.resetLog();
		await run(workflow, 'Every 10 minutes');
		expectCost(pylon, name, { 'each run': 1 });
	});
}
