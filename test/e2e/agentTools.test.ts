import type { SavedWorkflow } from '../../sandbox/n8n/api';
import { seedIds } from '../../sandbox/pylon';
import { agentNodes, mergeTool } from './support/agents';
import { useEditor } from './support/browser';
import { openNode, parameter } from './support/node';
import { takePicture } from './support/pictures';
import { useSandbox } from './support/sandbox';
import { useScriptedModel } from './support/scriptedModel';
import { START, startNode, store, to } from './support/workflows';

const sandbox = useSandbox();
const editor = useEditor(sandbox);
const { initechDuplicate } = seedIds.accounts;
const REFUSED = /^Not done: 'Merge accounts' cannot be undone, so a person has to approve it/;

const model = useScriptedModel();

/** An AI Agent whose one tool merges accounts. */
async function agentThatMerges(
	name: string,
	more: Record<string, unknown>,
): Promise<SavedWorkflow> {
	const nodes = [
		startNode(sandbox()),
		...(await agentNodes(sandbox(), name, model().url, 'Merge the duplicate')),
		mergeTool(sandbox(), more),
	];
	return await store(sandbox(), name, nodes, {
		[START]: to('Agent'),
		Model: to('Agent', 'ai_languageModel'),
		'Merge accounts': to('Agent', 'ai_tool'),
	});
}

/** Lets the model call the tool once; returns what the model is told. */
async function whatTheModelIsTold(workflow: SavedWorkflow): Promise<string> {
	const { api, pylon } = sandbox();
	model().say(
		{ calls: [{ tool: 'Merge_accounts', arguments: { duplicate: initechDuplicate } }] },
		{ text: 'Reported.' },
	);
	pylon.resetLog();
	const id = await api.runManually(workflow, START);
	await api.finished(workflow.id, id);
	const { content } =
		model()
			.requests.at(-1)
			?.messages.findLast(({ role }) => role === 'tool') ?? {};
	return String(content);
}

test('a merge by a model is refused, nothing is sent, and the model is told', async () => {
	const workflow = await agentThatMerges('Merge without the switch', {});
	expect(JSON.stringify(await whatTheModelIsTold(workflow))).toMatch(
		/Not done: 'Merge accounts' cannot be undone/,
	);
	expect(sandbox().pylon.requests).toEqual([]);
	expect(sandbox().pylon.state.accounts.has(initechDuplicate)).toBe(true);
	const all = JSON.stringify(model().requests.at(-1)?.messages);
	expect(all).toContain('Do not call this tool again');
});

test('the form of the tool says so, and has the switch, which the model cannot fill in', async () => {
	const workflow = await agentThatMerges('Form of the tool', {});
	const { page, open } = editor();
	await open(`/workflow/${workflow.id}`);
	await page.getByTestId('canvas-node').filter({ hasText: 'Merge accounts' }).dblclick();
	await page.getByTestId('ndv').waitFor();
	const notice = page.getByText('What this does cannot be undone.');
	await notice.waitFor();
	const decides = parameter(page, 'Let a Model Decide');
	await decides.waitFor();
	expect(await decides.getByTestId('from-ai-override-button').count()).toBe(0);
	await takePicture(page, 'tool-notice');
});

test("the node's own form has neither", async () => {
	const parameters = { resource: 'account', operation: 'merge' };
	const page = await openNode(sandbox(), editor(), 'Form of the node', parameters);
	await page.getByText('Merge Into', { exact: true }).waitFor();
	expect(await page.getByText('Let a Model Decide').count()).toBe(0);
	expect(await page.getByText("A model's call is refused").count()).toBe(0);
});

test('with the switch on, the model merges', async () => {
	const workflow = await agentThatMerges('Merge with the switch', { letModelDecide: true });
	expect(await whatTheModelIsTold(workflow)).not.toMatch(REFUSED);
	expect(sandbox().pylon.countOf('mergeAccounts')).toBe(1);
	expect(sandbox().pylon.state.accounts.has(initechDuplicate)).toBe(false);
});
