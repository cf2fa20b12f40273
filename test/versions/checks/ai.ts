import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { seedIds } from '../../../sandbox/pylon';
import { NotApplicable, type Check, type N8nUnderTest } from '../check';
import {
	by,
	type Connection,
	type Node,
	pylonNode,
	run,
	runStored,
	save,
	START,
	wordsOf,
} from '../support/flow';
import { McpClient } from '../support/mcp';
import { startModel, type ScriptedModel } from '../support/model';

const { carla } = seedIds.contacts;
const MISSING = 'c0ffee00-0000-4000-8000-00000000dead';
const LANGCHAIN = '@n8n/n8n-nodes-langchain';

/** Its argument is `contact`, an ID. */
const tool = (n8n: N8nUnderTest): Node =>
	pylonNode(n8n, 'pylonTool', {
		resource: 'contact',
		operation: 'get',
		contactId: by('id', "={{ $fromAI('contact', ``, 'string') }}"),
	});

const agentNode = (typeVersion: number): Node => ({
	name: 'Agent',
	type: `${LANGCHAIN}.agent`,
	typeVersion,
	parameters: { promptType: 'define', text: 'Who is it?', options: {} },
});

async function modelNode({ api }: N8nUnderTest, { url }: ScriptedModel): Promise<Node> {
	const credential = {
		name: `Scripted model ${randomUUID()}`,
		type: 'openAiApi',
		data: { apiKey: 'none', url },
	};
	const id = await api.createCredential(credential);
	return {
		name: 'Model',
		type: `${LANGCHAIN}.lmChatOpenAi`,
		typeVersion: 1.2,
		parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
		credentials: { openAiApi: { id, name: credential.name } },
	};
}

const toAgent: Connection[] = [
	['Start', 'Agent'],
	['Model', 'Agent', 0, 'ai_languageModel'],
	['Pylon', 'Agent', 0, 'ai_tool'],
];

/** Lets an agent's model call a tool, once. */
async function askAgent(n8n: N8nUnderTest, typeVersion: number, used: Node, contact: string) {
	const model = await startModel({ contact });
	n8n.after(async () => await model.close());
	const nodes = [START, agentNode(typeVersion), await modelNode(n8n, model), used];
	const { error, runData } = await run(n8n, nodes, { connections: toAgent });
	return {
		error: error && wordsOf(error),
		offered: JSON.stringify(model.requests[0]?.tools),
		answer: model.toolAnswer(),
		output: runData.Agent?.[0]?.data?.main[0]?.[0]?.json.output,
	};
}

const agentCalls = async (n8n: N8nUnderTest, typeVersion: number) => {
	const { error, offered, answer, output } = await askAgent(n8n, typeVersion, tool(n8n), carla);
	assert.equal(error, undefined);
	assert.match(offered, /"contact"/);
	assert.match(String(answer), new RegExp(carla));
	assert.match(String(output), /The tool said/);
	assert.equal(n8n.pylon.countOf('getContact'), 1);
};

/** A tool of n8n's own that fails in the same way, to compare with: the simulated Pylon refuses a call without a token. */
const toolOfN8n = ({ pylon }: N8nUnderTest): Node => ({
	name: 'Pylon',
	type: 'n8n-nodes-base.httpRequestTool',
	typeVersion: 4.2,
	parameters: {
		url: `=${pylon.url}/contacts/{{ $fromAI('contact', \`\`, 'string') }}`,
		options: {},
	},
});

const saysNothing = (answer: string | undefined) =>
	answer === undefined || ['', '""', '[]', '{}', 'null'].includes(answer.trim());

/** The reason in what the model gets: n8n hands on the message alone, or nothing, whatever node has failed. */
const agentIsTold = async (n8n: N8nUnderTest, typeVersion: number) => {
	const { error, answer } = await askAgent(n8n, typeVersion, tool(n8n), MISSING);
	assert.ok(n8n.pylon.countOf('getContact') > 0, 'The tool asked nothing.');
	if (answer === undefined || saysNothing(answer)) {
		const compared = await askAgent(n8n, typeVersion, toolOfN8n(n8n), MISSING);
		assert.ok(
			saysNothing(compared.answer),
			`The model gets nothing, but of n8n's HTTP Request: ${compared.answer}`,
		);
		throw new NotApplicable(
			error === undefined
				? 'n8n gives the model an empty answer when a tool fails, including its own HTTP Request tool'
				: 'n8n ends the run when a tool fails, including its own HTTP Request tool',
		);
	}
	assert.match(answer, new RegExp(MISSING));
	assert.match(
		answer,
		/\b(check|look|search|find|use|choose|give)\b/i,
		`No advice for the model: ${answer}`,
	);
};

export const ai: Check[] = [
	{
		id: 'i1',
		title: 'Tool of an AI Agent of version 2',
		run: async (n8n) => await agentCalls(n8n, 2),
	},
	{
		id: 'i2',
		title: 'Tool of an AI Agent of version 3',
		run: async (n8n) => await agentCalls(n8n, 3),
	},
	{
		id: 'i3',
		title: 'A failing tool of an AI Agent of version 2: the model learns why, and what to do',
		run: async (n8n) => await agentIsTold(n8n, 2),
	},
	{
		id: 'i4',
		title: 'A failing tool of an AI Agent of version 3: the model learns why, and what to do',
		run: async (n8n) => await agentIsTold(n8n, 3),
	},
	{
		id: 'i5',
		title: 'The tool executed on its own, as the editor does',
		async run(n8n) {
			const workflow = await save(n8n, [START, agentNode(2), tool(n8n)], {
				connections: [toAgent[0], toAgent[2]],
			});
			const destinationNode = { nodeName: 'Pylon', mode: 'inclusive' };
			// The editors of older versions send the arguments of the one tool, later ones those of each tool by its name.
			const isOld = /^(1\.|2\.0\.)/.test(n8n.n8nVersion);
			const query = isOld ? { contact: carla } : { Pylon: { contact: carla } };
			const agentRequest = { query, tool: { name: 'Pylon' } };
			const { error, runData } = await runStored(n8n, workflow, START.name, {
				destinationNode,
				agentRequest,
			});
			assert.equal(error && wordsOf(error), undefined);
			assert.match(JSON.stringify(runData.Pylon), new RegExp(carla));
			assert.equal(n8n.pylon.countOf('getContact'), 1);
		},
	},
	{
		id: 'i6',
		title: 'Tool of the MCP Server Trigger',
		async run(n8n) {
			const path = randomUUID();
			const server: Node = {
				name: 'MCP',
				type: `${LANGCHAIN}.mcpTrigger`,
				typeVersion: 2,
				parameters: { authentication: 'none', path },
				webhookId: path,
			};
			const workflow = await save(n8n, [server, tool(n8n)], {
				connections: [['Pylon', 'MCP', 0, 'ai_tool']],
			});
			await n8n.api.publishWorkflow(workflow);
			n8n.after(async () => await n8n.api.unpublishWorkflow(workflow));
			const client = new McpClient(`${n8n.n8n.url}/mcp/${path}`);
			await client.open();
			const { tools } = (await client.call('tools/list')) as { tools: Array<{ name: string }> };
			assert.equal(tools.length, 1);
			const result = await client.call('tools/call', {
				name: tools[0].name,
				arguments: { contact: carla },
			});
			assert.match(JSON.stringify(result), new RegExp(carla));
		},
	},
];
