import { ExecuteContext } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	type IDataObject,
	type INodeParameters,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { additionalDataFor, nodeOf, type CredentialData } from './additionalData';
import { workflowOf } from './engine';
import { loadNode } from './nodeTypes';

/** What an agent gets for each node that is connected to it as a tool (LangChain's `DynamicStructuredTool`). */
interface AgentTool {
	name: string;
	description: string;
	schema: { shape: Record<string, unknown> };
	invoke: (args: IDataObject) => Promise<string>;
}

/** A node that has tools, as n8n's AI Agent does. */
const agent = {
	description: {
		displayName: 'Agent',
		name: 'agent',
		group: ['transform'],
		version: 1,
		description: 'Has tools',
		defaults: { name: 'Agent' },
		inputs: [NodeConnectionTypes.Main, { type: NodeConnectionTypes.AiTool }],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	} as INodeTypeDescription,
	execute: async () => [[]],
} satisfies INodeType;

/**
 * Makes a node the tool that n8n makes of it (n8n 2.41: `tool-generation/ai-tools.js`, `convertNodeToAiTool`; `node-types.js`,
 * `getByNameAndVersion`): another name, output and two more properties, and the same `execute`, which runs RoutingNode on
 * the node itself.
 *
 * @param node a node of this package
 * @returns the tool
 * @throws Error when the node cannot be used as a tool
 */
export function toolTypeOf(node: INodeType): INodeType {
	const { description, execute, methods } = loadNode(node);
	const { usableAsTool, ...rest } = description;
	if (usableAsTool === undefined) throw new Error(`${description.name} cannot be used as a tool`);
	const descriptionType = {
		displayName: 'Tool Description',
		name: 'descriptionType',
		type: 'options' as const,
		options: [],
		default: 'auto',
	};
	const toolDescription = {
		displayName: 'Description',
		name: 'toolDescription',
		type: 'string' as const,
		default: description.description,
		displayOptions: { show: { descriptionType: ['manual'] } },
	};
	return {
		description: {
			...rest,
			name: `${description.name}Tool`,
			displayName: `${description.displayName} Tool`,
			inputs: [],
			outputs: [NodeConnectionTypes.AiTool],
			properties: [descriptionType, toolDescription, ...description.properties],
		},
		execute,
		methods,
	};
}

/**
 * Connects a node to an agent and asks n8n for the agent's tools (n8n-core 2.41, `get-input-connection-data.js`), so that
 * schema, description, arguments and answer are n8n's own. Arguments fill the `$fromAI()` of the parameters.
 *
 * @param node a node of this package
 * @param parameters of the tool
 * @param credentials decrypted data of its credential
 * @returns the first and only tool that the agent gets
 */
export async function toolFor(
	node: INodeType,
	parameters: INodeParameters,
	credentials: CredentialData,
): Promise<AgentTool> {
	const type = toolTypeOf(node);
	const parent = nodeOf(agent, { parameters: {} }, false);
	const tool = nodeOf(type, { parameters: structuredClone(parameters), name: 'Pylon' }, true);
	const connections = {
		[tool.name]: {
			[NodeConnectionTypes.AiTool]: [
				[{ node: parent.name, type: NodeConnectionTypes.AiTool, index: 0 }],
			],
		},
	};
	const items = [{ json: { chatInput: 'hello' } }];
	const context = new ExecuteContext(
		workflowOf([parent, tool], connections, [agent, type]),
		parent,
		additionalDataFor(credentials),
		'manual',
		createRunExecutionData({ executionData: {} }),
		0,
		items,
		{ main: [items] },
		{ node: parent, data: { main: [items] }, source: null },
		[],
	);
	const tools = (await context.getInputConnectionData(
		NodeConnectionTypes.AiTool,
		0,
	)) as AgentTool[];
	return tools[0];
}
