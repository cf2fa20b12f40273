import type { SavedWorkflow } from '../../../sandbox/n8n/api';
import type { Sandbox } from '../../../sandbox/n8n/sandbox';
import { asking } from './approval';
import { nodeOf, START, startNode, store, to } from './workflows';

/**
 * Stores a workflow that asks twice, in a loop.
 *
 * @param sandbox where it is stored
 * @returns the workflow, not published
 */
export async function loopingWorkflow(sandbox: Sandbox): Promise<SavedWorkflow> {
	const nodes = [
		startNode(sandbox),
		nodeOf(
			sandbox,
			'Make',
			'n8n-nodes-base.code',
			{
				jsCode: 'return [{ json: { round: 1 } }, { json: { round: 2 } }];',
			},
			{ typeVersion: 2 },
		),
		nodeOf(sandbox, 'Loop', 'n8n-nodes-base.splitInBatches', { options: {} }, { typeVersion: 3 }),
		asking(sandbox, { message: '=Round {{ $json.round }}?' }),
	];
	return await store(sandbox, 'Loop', nodes, {
		[START]: to('Make'),
		Make: to('Loop'),
		// Its first output is what comes out at the end.
		Loop: { main: [[], ...to('Ask').main] },
		Ask: to('Loop'),
	});
}
