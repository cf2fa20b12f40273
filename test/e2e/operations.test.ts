import { seedIds } from '../../sandbox/pylon';
import { useEditor } from './support/browser';
import { useSandbox } from './support/sandbox';
import { inARow, nodeOf, startNode, store } from './support/workflows';

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

test('a file goes to Pylon and comes back: the binary tab shows it', async () => {
	const file = { operation: 'toText', sourceProperty: 'text', options: { fileName: 'report.txt' } };
	const text = { mode: 'raw', jsonOutput: '{ "text": "Exported 12,000 rows" }', options: {} };
	const nodes = [
		startNode(sandbox()),
		nodeOf(sandbox(), 'Text', 'n8n-nodes-base.set', text, { typeVersion: 3.4 }),
		nodeOf(sandbox(), 'File', 'n8n-nodes-base.convertToFile', file, { typeVersion: 1.1 }),
		nodeOf(sandbox(), 'Upload', 'n8n-nodes-pylon.pylon', {
			resource: 'attachment',
			operation: 'create',
		}),
		nodeOf(sandbox(), 'Fetch', 'n8n-nodes-pylon.pylon', {
			resource: 'attachment',
			operation: 'download',
			fileUrl: '={{ $json.url }}',
		}),
	].map((node, index) => ({ ...node, position: [index * 220, 0] }));
	const { id } = await store(sandbox(), 'Files', nodes, inARow(nodes));
	const { page, open, screenshot } = editor();
	await open(`/workflow/${id}`);
	await page.getByTestId('execute-workflow-button').click();
	await page.getByText('Workflow executed successfully').waitFor();
	await page.getByTestId('canvas-node').filter({ hasText: 'Fetch' }).dblclick();
	const output = page.getByTestId('output-panel');
	await output.getByTestId('radio-button-binary').click();
	await output.getByText('report.txt').waitFor();
	await screenshot('binary');
	expect(await output.innerText()).toMatch(/text\/plain[^]*20 B/);
});

test('an execution that failed is in the list with its error, and can be retried there', async () => {
	const { api, n8n, pylon } = sandbox();
	const path = 'fails-at-first';
	const nodes = [
		nodeOf(
			sandbox(),
			'Webhook',
			'n8n-nodes-base.webhook',
			{ path },
			{ typeVersion: 2, webhookId: path },
		),
		nodeOf(
			sandbox(),
			'Get issue',
			'n8n-nodes-pylon.pylon',
			{
				resource: 'issue',
				operation: 'get',
				issueId: { __rl: true, mode: 'number', value: '101' },
			},
			{ position: [220, 0] },
		),
	];
	const workflow = await store(sandbox(), 'Fails at first', nodes, inARow(nodes));
	await api.publishWorkflow(workflow);
	pylon.faults.add({
		kind: 'status',
		status: 403,
		body: { errors: ['not yours'], code: 'permission_denied' },
		operationId: 'getIssue',
	});
	await fetch(`${n8n.url}/webhook/${path}`);
	const failed = await api.nextExecution(workflow.id, []);
	pylon.faults.clear();

	const { page, open, screenshot } = editor();
	await open(`/workflow/${workflow.id}/executions/${failed.id}`);
	await page
		.getByText('The API token lacks permission (to read issues): not yours')
		.first()
		.waitFor();
	await screenshot('execution-failed');

	await open('/home/executions');
	const row = page.getByTestId('global-execution-list-item').filter({ hasText: 'Fails at first' });
	await row.getByRole('button').last().click();
	await screenshot('execution-retry');
	await page.getByRole('menuitem', { name: /^Retry with original workflow/ }).click();
	const retried = await api.nextExecution(workflow.id, [failed]);
	expect(retried.status).toBe('success');
});
