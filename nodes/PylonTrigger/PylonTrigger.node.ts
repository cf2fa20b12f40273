import { createHash } from 'crypto';
import {
	NodeConnectionTypes,
	NodeOperationError,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { properties } from './properties';
import { receive } from './receive';
import { refuse } from './refusal';
import { signingSecrets } from './secrets';

export class PylonTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pylon Trigger',
		name: 'pylonTrigger',
		icon: { light: 'file:../../icons/pylon.svg', dark: 'file:../../icons/pylon.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: 'Signed webhook',
		description: 'Starts the workflow when Pylon sends a signed webhook',
		eventTriggerDescription: 'Waiting for Pylon to call the Test URL',
		activationMessage: 'Pylon can now call the Production URL of this trigger.',
		defaults: { name: 'Pylon Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'pylonApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Left out, n8n answers with its own internal word for the default: "firstEntryJson".
				responseData: 'Received',
				path: 'webhook',
			},
		],
		triggerPanel: {
			header: 'Receive an event from Pylon',
			executionsHelp: {
				inactive:
					"<b>To try it out</b>, press 'Execute step', and let a webhook in Pylon call the Test URL: it answers for two minutes, or until one event came in. <b>To keep it running</b>, publish (activate) the workflow, and put the Production URL into the webhook in Pylon. What the Production URL receives shows under Executions.",
				active:
					"<b>To try it out</b>, press 'Execute step', and let a webhook in Pylon call the Test URL: it answers for two minutes, or until one event came in. <b>The workflow is running</b>: what the Production URL receives shows under Executions, not here.",
			},
			activationHint:
				'When the test went well, publish (activate) the workflow, and put the Production URL into the webhook in Pylon.',
		},
		properties,
	};

	webhookMethods = {
		default: {
			// Pylon has no API for webhooks: there is nothing to look up, so n8n always goes on to `create`.
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},

			/** Refuses to start without a secret; n8n shows the message where the workflow was activated or tested. */
			async create(this: IHookFunctions): Promise<boolean> {
				if ((await signingSecrets(this)).length > 0) return true;
				throw new NodeOperationError(
					this.getNode(),
					"Add the webhook signing secret to the Pylon credential: Pylon shows it in Settings > Webhooks when the webhook is made. Paste it into 'Webhook Signing Secret'.",
					{
						description:
							'Without the secret, calls from Pylon cannot be told from forged ones, so the Pylon Trigger does not start. Publish (activate) the workflow again when the secret is in place.',
					},
				);
			},

			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	/** Never throws: to n8n that would be a failed execution and a 500 to Pylon. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const delivery = await receive(this);
		if ('refusal' in delivery) return refuse(this, delivery);
		const { body, rawBody } = delivery;
		return {
			workflowData: [
				[
					{
						json: {
							body,
							bodyHash: createHash('sha256').update(rawBody).digest('hex'),
							receivedAt: new Date().toISOString(),
						},
					},
				],
			],
		};
	}
}
