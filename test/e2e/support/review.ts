import type { SavedWorkflow } from '../../../sandbox/n8n/api';
import type { Sandbox } from '../../../sandbox/n8n/sandbox';
import { byId } from '../../support/locator';
import { agentNodes, mergeTool } from './agents';
import { givenItem, issueId } from './approval';
import { nodeOf, START, store, to } from './workflows';

/** What the agent gets beside its task: an approval of an earlier step, which must not pass for this one. */
const EARLIER =
	'{ "chatInput": "Merge the duplicate", "approved": true, "data": { "approved": true } }';

/**
 * Stores a workflow: an AI Agent whose tool 'Merge accounts' waits for a review in an issue.
 *
 * @param sandbox where it is stored
 * @param name of the workflow
 * @param model address of the scripted model
 * @param parameters of the review
 * @returns the workflow, not published
 */
export async function reviewedAgent(
	sandbox: Sandbox,
	name: string,
	model: string,
	parameters: Record<string, unknown> = {},
): Promise<SavedWorkflow> {
	const nodes = [
		...givenItem(sandbox, EARLIER),
		...(await agentNodes(sandbox, name, model, '={{ $json.chatInput }}')),
		nodeOf(sandbox, 'Review', 'n8n-nodes-pylon.pylonHitlTool', {
			issueId: byId(issueId),
			...parameters,
		}),
		mergeTool(sandbox, { letModelDecide: true, options: { dryRun: false } }),
	];
	return await store(sandbox, name, nodes, {
		[START]: to('Make'),
		Make: to('Agent'),
		Model: to('Agent', 'ai_languageModel'),
		Review: to('Agent', 'ai_tool'),
		'Merge accounts': to('Review', 'ai_tool'),
	});
}
