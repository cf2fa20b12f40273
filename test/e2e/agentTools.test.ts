import type { SavedWorkflow, WorkflowNode } from '../../sandbox/n8n/api';
import { seedIds } from '../../sandbox/pylon';
import { useEditor } from './support/browser';
import { openNode, parameter } from './support/node';
import { takePicture } from './support/pictures';
import { useSandbox } from './support/sandbox';
import { startScriptedModel, type ScriptedModel } from './support/scriptedModel';

const sandbox = useSandbox();
const editor = useEditor(sandbox);
const { initech, initechDuplicate } = seedIds.accounts;
const REFUSED = /^Not done: 'Merge accounts' cannot be undone, so a person has to approve it/;

let model: ScriptedModel;
beforeAll(async () => {
	model = await startScriptedModel();
});
beforeEach(() => model.reset());
afterAll(() => model.close());

/** An AI Agent whose one tool merges accounts. */
async function agentThatMerges(name: string, more: object): Promise<SavedWorkflow> {
	const { api, credential } = sandbox();
	const openAi = await api.createCredential({
		name: `Scripted model of ${name}`,
		type: 'openAiApi',
		data: { apiKey: 'none', url: model.url },
	});
	const node = (id: string, type: string, parameters: object, others: object = {}) => ({
		id,
		name: id,
		type,
		typeVersion: 1,
		parameters,
		...others,
	});
	const nodes = [
		node('Start', 'n8n-nodes-base.manualTrigger', {}, { position: [0, 0] }),
		node(
			'Agent',
			'@n8n/n8n-nodes-langchain.agent',
			{ promptType: 'define', text: 'Merge the duplicate', options: {} },
			{ typeVersion: 3, position: [220, 0] },
		),
		node(
			'Model',
			'@n8n/n8n-nodes-langchain.lmChatOpenAi',
			{ model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
			{
				typeVersion: 1.2,
				position: [160, 220],
				credentials: { openAiApi: { id: openAi, name: 'Scripted model' } },
			},
		),
		node(
			'Merge accounts',
			'n8n-nodes-pylon.pylonTool',
			{
				resource: 'account',
				operation: 'merge',
				accountId: { __rl: true, mode: 'id', value: initech },
				mergeAccountIds:
					"={{ $fromAI('duplicate', 'ID of the account that goes away', 'string') }}",
				...more,
			},
			{
				position: [400, 220],
				credentials: { [credential.type]: { id: credential.id, name: credential.name } },
			},
		),
	] as unknown as WorkflowNode[];
	const to = (target: string, type: string) => ({
		[type]: [[{ node: target, type, index: 0 }]],
	});
	return await api.importWorkflow(
		{
			name,
			nodes,
			connections: {
				Start: to('Agent', 'main'),
				Model: to('Agent', 'ai_languageModel'),
				'Merge accounts': to('Agent', 'ai_tool'),
			},
			settings: { executionOrder: 'v1' },
		},
		credential,
	);
}

/** Lets the model call the tool once; returns what the model is told. */
async function whatTheModelIsTold(workflow: SavedWorkflow): Promise<string> {
	const { api, pylon } = sandbox();
	model.say(
		{ calls: [{ tool: 'Merge_accounts', arguments: { duplicate: initechDuplicate } }] },
		{ text: 'Reported.' },
	);
	pylon.resetLog();
	const id = await api.runManually(workflow, 'Start');
	await api.finished(workflow.id, id);
	const { content } = model.requests.at(-1)?.messages.findLast(({ role }) => role === 'tool') ?? {};
	return String(content);
}

test('a merge by a model is refused, nothing is sent, and the model is told', async () => {
	const workflow = await agentThatMerges('Merge without the switch', {});
	expect(JSON.stringify(await whatTheModelIsTold(workflow))).toMatch(
		/Not done: 'Merge accounts' cannot be undone/,
	);
	expect(sandbox().pylon.requests).toEqual([]);
	expect(sandbox().pylon.state.accounts.has(initechDuplicate)).toBe(true);
	const all = JSON.stringify(model.requests.at(-1)?.messages);
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
