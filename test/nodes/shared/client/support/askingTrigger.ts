import {
	NodeConnectionTypes,
	type INodeType,
	type IWebhookFunctions,
	type NodeApiError,
} from 'n8n-workflow';

import {
	pylonFor,
	type RequestLimits,
	type PylonClient,
} from '../../../../../nodes/shared/client/triggerClient';
import type { CredentialData } from '../../../../support/additionalData';
import { callTrigger } from '../../../../support/webhook';

/** As most tests want it. */
export const limits: RequestLimits = { longestWaitMs: 5000, tries: 3, timeoutMs: 500 };

/**
 * Does some work with the client of a trigger, on n8n's own webhook context.
 * @param credentials of the simulated Pylon
 * @param work gets the client
 * @param changes what differs from `limits`
 * @returns what the work returns, or the error that it or the client throws
 */
export async function askPylonFromTrigger<T>(
	credentials: CredentialData,
	work: (client: PylonClient) => Promise<T>,
	changes: Partial<RequestLimits> = {},
): Promise<{ result?: T; error?: NodeApiError }> {
	let result: T | undefined;
	let error: NodeApiError | undefined;
	const node: INodeType = {
		description: {
			displayName: 'Asking Trigger',
			name: 'askingTrigger',
			group: ['trigger'],
			version: 1,
			description: '',
			defaults: { name: 'Asking Trigger' },
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: 'pylonApi', required: true }],
			webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'x' }],
			properties: [],
		},
		async webhook(this: IWebhookFunctions) {
			try {
				result = await work(await pylonFor(this, { ...limits, ...changes }));
			} catch (caught) {
				error = caught as NodeApiError;
			}
			return { webhookResponse: 'asked' };
		},
	};
	await callTrigger({ node, credentials: credentials as never, rawBody: '{}' });
	return { result, error };
}
