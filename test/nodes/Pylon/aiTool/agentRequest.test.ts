import type {
	EngineRequest,
	EngineResponse,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { toolTypeOf } from '../../../support/aiTool';
import { runWorkflow } from '../../../support/engine';
import { passThrough } from '../../../support/fixtureNodes';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon();

/**
 * Asks n8n to run its tools, as the AI Agent does since its version 3 (n8n-core 2.41, `requests-response.js`), once, all at
 * the same time.
 */
const agentThatCalls = (...inputs: IDataObject[]): INodeType => ({
	...passThrough(),
	async execute(
		this: IExecuteFunctions,
		response?: EngineResponse,
	): Promise<INodeExecutionData[][] | EngineRequest> {
		if (response !== undefined && response.actionResponses.length > 0)
			return [[{ json: { done: true } }]];
		return {
			actions: inputs.map((input, index) => ({
				actionType: 'ExecutionNodeAction' as const,
				nodeName: 'Pylon',
				type: 'ai_tool' as const,
				id: `call-${index}`,
				input,
				metadata: {},
			})),
			metadata: {},
		};
	},
});

const getContact = {
	resource: 'contact',
	operation: 'get',
	contactId: { __rl: true, mode: 'id', value: "={{ $fromAI('contact', ``, 'string') }}" },
};

/** What the tool put out in each of its runs, or the message of what stopped it. */
async function callTool(agent: INodeType, parameters: typeof getContact) {
	const { run } = await runWorkflow({
		nodes: [
			{
				name: 'Start',
				type: { ...passThrough(), description: { ...passThrough().description, name: 'start' } },
			},
			{ name: 'Agent', type: agent },
			{ name: 'Pylon', type: toolTypeOf(new Pylon()), parameters },
		],
		connections: [['Start', 'Agent']],
		credentials: pylon.credentials,
	});
	return run.data.resultData.runData.Pylon.map(
		({ data, error }) => error?.message ?? data?.ai_tool?.[0]?.map(({ json }) => json),
	);
}

test('each call gets its own record, at the same time', async () => {
	const { ada, carla } = seedIds.contacts;
	const agent = agentThatCalls({ contact: ada }, { contact: carla });
	expect(await callTool(agent, getContact)).toEqual([
		[expect.objectContaining({ id: ada })],
		[expect.objectContaining({ id: carla })],
	]);
	expect(pylon.sim.countOf('getContact')).toBe(2);
});

test('a wrong value: the model gets a sentence, and nothing is sent', async () => {
	expect(await callTool(agentThatCalls({ contact: '' }), getContact)).toEqual([
		expect.stringMatching(/^'Contact' is empty\. Fill in 'Contact'\./),
	]);
	expect(pylon.sim.requests).toEqual([]);
});
