import { seedIds } from '../../../sandbox/pylon';
import { expectCost, payloadOf } from '../support/examplePage';
import type { Examples } from '../support/examples';
import { type SimulatedGithub, startSimulatedGithub } from '../support/simulatedGithub';

const REPOSITORY = 'your-organization/your-repository';
const issueId = seedIds.issues.globex;

/**
 * Tests the examples that open an issue in another tracker.
 *
 * @param examples what they run in; there from the first test on
 */
export function trackerExamples(examples: () => Examples): void {
	let github: SimulatedGithub;
	beforeAll(async () => {
		github = await startSimulatedGithub();
	});
	afterAll(() => github.close());

	const notes = () =>
		[...examples().pylon.state.messages.values()]
			.filter(({ issue_id, is_private }) => issue_id === issueId && is_private)
			.map(({ message_html }) => message_html);
	const issue = () => {
		const found = examples().pylon.state.issues.get(issueId);
		if (!found) throw new Error('the issue is gone');
		return found;
	};

	test('escalate-to-tracker', async () => {
		const { add, publish, deliver, pylon } = examples();
		const name = 'escalate-to-tracker';
		const workflow = await add(name, { credentials: [github.credential] });
		await publish(workflow);
		const escalate = async () => {
			pylon.resetLog();
			const { error } = await deliver(workflow, { type: 'issue', id: issueId }, payloadOf(name));
			expect(error).toBeUndefined();
		};

		github.refuseWith(503);
		await escalate();
		expect(issue().external_issues ?? []).toEqual([]);
		expect(notes()).toEqual([expect.stringContaining('Could not be escalated')]);
		expectCost(pylon, name, { 'each escalation that GitHub refuses': 1 });

		github.refuseWith(undefined);
		await escalate();
		expect(github.issues.get(REPOSITORY)).toMatchObject([
			{ title: issue().title, body: expect.stringContaining(`Pylon issue #${issue().number}`) },
		]);
		expect(issue().external_issues).toMatchObject([
			{ source: 'github', external_id: `${REPOSITORY}/41` },
		]);
		expect(notes().at(-1)).toContain(`https://github.example/${REPOSITORY}/issues/41`);
		expectCost(pylon, name, { 'each escalation': 1 });

		// The button pressed once more.
		await escalate();
		expect(github.issues.get(REPOSITORY)).toHaveLength(1);
		expect(notes()).toHaveLength(2);
		expectCost(pylon, name, { 'each issue that is already linked': 1 });
	});

	test('sync-state-with-tracker', async () => {
		const { add, publish, pylon, api } = examples();
		const name = 'sync-state-with-tracker';
		const workflow = await add(name, { credentials: [github.credential] });
		await publish(workflow);
		const external_id = `${REPOSITORY}/7`;
		const html_url = `https://github.example/${REPOSITORY}/issues/7`;
		const body = `Pylon issue #${issue().number}`;
		const tell = async (action: string, text = body) => {
			pylon.resetLog();
			const known = await api.executions(workflow.id);
			const about = { number: 7, title: 'A bug', body: text, html_url };
			expect(await github.tell(REPOSITORY, action, about)).toBe(200);
			const { id } = await api.nextExecution(workflow.id, known);
			expect((await api.executionResult(id)).error).toBeUndefined();
		};

		// Somebody wrote the number of an issue that is not linked.
		const state = issue().state;
		await tell('closed');
		expect(issue().state).toBe(state);
		expectCost(pylon, name, { 'each change that changes nothing in Pylon': 1 });

		const external_issues = [{ external_id, link: html_url, source: 'github' }];
		pylon.state.issues.set(issueId, { ...issue(), state: 'on_hold', external_issues });
		await tell('closed');
		expect(issue().state).toBe('waiting_on_you');
		expect(notes()).toEqual([expect.stringContaining('was closed by octocat')]);
		expectCost(pylon, name, { 'each change of state': 1 });

		await tell('closed');
		expect(notes()).toHaveLength(1);
		await tell('reopened');
		expect(issue().state).toBe('on_hold');
		await tell('edited');
		await tell('closed', 'not of Pylon');
		expect(pylon.requests).toEqual([]);

		pylon.state.issues.set(issueId, { ...issue(), state: 'closed' });
		await tell('reopened');
		expect(issue().state).toBe('closed');
	});
}
