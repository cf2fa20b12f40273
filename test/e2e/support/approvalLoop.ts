import type { SavedWorkflow } from '../../../sandbox/n8n/api';
import type { Sandbox } from '../../../sandbox/n8n/sandbox';
import { asking, nodeOf, START, store } from './approval';

const to = (node: string) => ({ node, type: 'main', index: 0 });

/** Stores a workflow that asks twice, in a loop. */
export async function loopingWorkflow(sandbox: Sandbox): Promise<SavedWorkflow> {
	const nodes = [
		nodeOf(sandbox, START, 'n8n-nodes-base.manualTrigger', {}),
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
		[START]: { main: [[to('Make')]] },
		Make: { main: [[to('Loop')]] },
		Loop: { main: [[], [to('Ask')]] },
		Ask: { main: [[to('Loop')]] },
	});
}
