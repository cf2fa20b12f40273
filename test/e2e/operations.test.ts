import { seedIds } from '../../sandbox/pylon';
import { useEditor } from './support/browser';
import { useSandbox } from './support/sandbox';

const sandbox = useSandbox();
const editor = useEditor(sandbox);

const HOUR_MS = 3_600_000;

test('"Execute workflow" creates and snoozes an issue and merges two accounts', async () => {
	const { api, pylon, manualWorkflow } = sandbox();
	const issuesBefore = new Set(pylon.state.issues.keys());
	const { initech, initechDuplicate } = seedIds.accounts;
	expect(pylon.state.accounts.has(initechDuplicate)).toBe(true);

	const { page, open, screenshot } = editor();
	await open(`/workflow/${manualWorkflow.id}`);
	await page.getByTestId('canvas-node').filter({ hasText: 'Merge accounts' }).waitFor();
	await screenshot('snooze-create-merge');
	const started = Date.now();
	await page.getByTestId('execute-workflow-button').click();
	const execution = await api.nextExecution(manualWorkflow.id, []);
	const ended = Date.now();
	const { error } = await api.executionResult(execution.id);
	expect(error).toBeUndefined();
	expect(execution.status).toBe('success');
	await page.getByText('Workflow executed successfully').waitFor();
	await screenshot('snooze-create-merge-executed');

	const [issue, ...others] = [...pylon.state.issues.values()].filter(
		({ id }) => !issuesBefore.has(id),
	);
	expect(others).toEqual([]);
	expect(issue).toMatchObject({
		title: 'Welcome call',
		account_id: initech,
		requester_id: seedIds.contacts.dmitri,
	});
	const until = Date.parse(issue.snoozed_until_time ?? '');
	expect(until).toBeGreaterThanOrEqual(started + 2 * HOUR_MS - 1000);
	expect(until).toBeLessThanOrEqual(ended + 2 * HOUR_MS + 1000);
	expect(pylon.state.accounts.has(initechDuplicate)).toBe(false);
	expect(pylon.state.accounts.has(initech)).toBe(true);
});
