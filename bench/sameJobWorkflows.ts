import { randomUUID } from 'node:crypto';
import type { Workflow, WorkflowNode } from '../sandbox/n8n/api';

/** Name of the workflow with the Pylon Trigger. */
export const OURS = 'Pylon Trigger';

/** Name of the workflow of n8n's own nodes. */
export const OWN_NODES = "n8n's Webhook, Crypto, If and Remove Duplicates nodes";

/** No execution is stored, so that the work itself is measured and not that of n8n's database. */
const SETTINGS = {
	executionOrder: 'v1',
	saveDataSuccessExecution: 'none',
	saveDataErrorExecution: 'none',
	saveExecutionProgress: false,
};

/**
 * Makes a node of a workflow.
 *
 * @param name unique in the workflow
 * @param type with its package: `n8n-nodes-base.noOp`
 * @param typeVersion of that type
 * @param more at least its parameters
 * @returns the node, with an ID of its own
 */
export function node(
	name: string,
	type: string,
	typeVersion: number,
	more: Pick<WorkflowNode, 'parameters'> & Partial<WorkflowNode>,
): WorkflowNode {
	return Object.assign({ id: randomUUID(), typeVersion, position: [0, 0] }, { name, type }, more);
}

function chain(nodes: WorkflowNode[]): Workflow['connections'] {
	const links = nodes.slice(0, -1).map(({ name }, index) => {
		const target = { node: nodes[index + 1].name, type: 'main', index: 0 };
		return [name, { main: [[target]] }];
	});
	return Object.fromEntries(links) as Workflow['connections'];
}

/**
 * What a user builds from n8n's own nodes to take Pylon's webhooks: it checks the signature over the raw body, and runs once
 * for each delivery.
 *
 * @param path of the webhook
 * @param secret the stored credential of the Crypto node
 * @returns the workflow
 */
export function ownNodes(path: string, secret: { id: string; name: string }): Workflow {
	const signature = "={{ $('Webhook').item.json.headers['x-pylon-signature'] }}";
	const nodes = [
		node('Webhook', 'n8n-nodes-base.webhook', 2, {
			webhookId: path,
			parameters: {
				httpMethod: 'POST',
				path,
				responseMode: 'onReceived',
				options: { rawBody: true },
			},
		}),
		node('Crypto', 'n8n-nodes-base.crypto', 2, {
			parameters: {
				action: 'hmac',
				binaryData: true,
				binaryPropertyName: 'data',
				type: 'SHA256',
				dataPropertyName: 'signature',
				encoding: 'hex',
			},
			credentials: { crypto: secret },
		}),
		node('If', 'n8n-nodes-base.if', 2.2, {
			parameters: {
				conditions: {
					options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
					conditions: [
						{
							id: randomUUID(),
							leftValue: '={{ $json.signature }}',
							rightValue: signature,
							operator: { type: 'string', operation: 'equals' },
						},
					],
					combinator: 'and',
				},
				options: {},
			},
		}),
		node('Remove Duplicates', 'n8n-nodes-base.removeDuplicates', 2, {
			parameters: {
				operation: 'removeItemsSeenInPreviousExecutions',
				logic: 'removeItemsWithAlreadySeenKeyValues',
				dedupeValue: '={{ $json.signature }}',
				options: {},
			},
		}),
		node('End', 'n8n-nodes-base.noOp', 1, { parameters: {} }),
	];
	return { name: OWN_NODES, nodes, connections: chain(nodes), settings: SETTINGS };
}

/**
 * The same job done by the Pylon Trigger.
 *
 * @param credential the stored credential, with a signing secret
 * @returns the workflow
 */
export function ours(credential: { type: string; id: string; name: string }): Workflow {
	const nodes = [
		node('Trigger', 'n8n-nodes-pylon.pylonTrigger', 1, {
			webhookId: randomUUID(),
			parameters: {},
			credentials: { [credential.type]: credential },
		}),
		node('End', 'n8n-nodes-base.noOp', 1, { parameters: {} }),
	];
	return { name: OURS, nodes, connections: chain(nodes), settings: SETTINGS };
}
