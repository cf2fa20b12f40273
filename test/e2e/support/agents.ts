import type { WorkflowNode } from '../../../sandbox/n8n/api';
import type { Sandbox } from '../../../sandbox/n8n/sandbox';
import { seedIds } from '../../../sandbox/pylon';
import { byId } from '../../support/locator';
import { nodeOf } from './workflows';

/**
 * Makes an AI Agent and its model.
 *
 * @param sandbox where the model's credential is stored
 * @param workflow the workflow's name, after which the model's credential is called
 * @param url address of the scripted model
 * @param text the agent's task
 * @returns the nodes "Agent" and "Model", not connected yet
 */
export async function agentNodes(
	sandbox: Sandbox,
	workflow: string,
	url: string,
	text: string,
): Promise<WorkflowNode[]> {
	const openAi = await sandbox.api.createCredential({
		name: `Scripted model of ${workflow}`,
		type: 'openAiApi',
		data: { apiKey: 'none', url },
	});
	return [
		nodeOf(
			sandbox,
			'Agent',
			'@n8n/n8n-nodes-langchain.agent',
			{ promptType: 'define', text, options: {} },
			{ typeVersion: 3 },
		),
		nodeOf(
			sandbox,
			'Model',
			'@n8n/n8n-nodes-langchain.lmChatOpenAi',
			{ model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
			{ typeVersion: 1.2, credentials: { openAiApi: { id: openAi, name: 'Scripted model' } } },
		),
	];
}

/**
 * Makes the tool that merges the account that the model names into Initech.
 *
 * @param sandbox whose credential it has
 * @param more parameters of its own
 * @returns the node "Merge accounts"
 */
export const mergeTool = (sandbox: Sandbox, more: Record<string, unknown>): WorkflowNode =>
	nodeOf(sandbox, 'Merge accounts', 'n8n-nodes-pylon.pylonTool', {
		resource: 'account',
		operation: 'merge',
		accountId: byId(seedIds.accounts.initech),
		mergeAccountIds: "={{ $fromAI('duplicate', 'ID of the account that goes away', 'string') }}",
		...more,
	});
