import type { WorkflowNode } from '../../sandbox/n8n/api';
import { createIssue } from '../support/createIssue';
import { useEditor } from './support/browser';
import { useSandbox } from './support/sandbox';

const sandbox = useSandbox();
const editor = useEditor(sandbox);

/** n8n polls once a minute at most; the first poll comes up to a minute after the workflow was published. */
const TWO_POLLS_MS = 150_000;

const TRIGGER = 'Pylon Polling Trigger';

async function workflowOf(name: string) {
	const { api, credential } = sandbox();
	const node = {
		id: '1',
		name: TRIGGER,
		type: 'n8n-nodes-pylon.pylonPollingTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: { event: 'issue_created', pollTimes: { item: [{ mode: 'everyMinute' }] } },
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	} as unknown as WorkflowNode;
	return await api.importWorkflow(
		{ name, nodes: [node], connections: {}, settings: { executionOrder: 'v1' } },
		credential,
	);
}

test('the test in the editor shows the latest issues', async () => {
	const { page, open, screenshot } = editor();
	const { id } = await workflowOf('Try polling');
	const issue = await createIssue(sandbox().pylon, 'Shown in the editor');
	await open(`/workflow/${id}`);
	await page.getByTestId('canvas-node').filter({ hasText: TRIGGER }).dblclick();
	await page.getByTestId('ndv').waitFor();
	await page.getByTestId('node-execute-button').click();
	await page.getByTestId('output-panel').getByText(issue).first().waitFor();
	await screenshot('polling');
});

test('published, it starts the workflow once for an issue that is made afterwards', async () => {
	const { api } = sandbox();
	const workflow = await workflowOf('Poll for issues');
	await api.publishWorkflow(workflow);
	const id = await createIssue(sandbox().pylon, 'New since the workflow was published');
	const execution = await api.nextExecution(workflow.id, [], TWO_POLLS_MS);
	expect(execution.status).toBe('success');
	const { runData } = await api.executionResult(execution.id);
	const items = runData[TRIGGER][0].data?.main[0] ?? [];
	expect(items.map(({ json }) => [json.event, (json.issue as { id: string }).id])).toEqual([
		['issue_created', id],
	]);
});
