import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { properties } from './description';
import { choices } from './description/triggerOn';
import { nameMap } from '../shared/description/nameMap';
import { emptyMemory } from './memory';

/**
 * The trigger that Pylon's webhooks call. What it does with a call is loaded when the first one comes
 * (docs/ARCHITECTURE.md#what-is-loaded-when).
 */
export class PylonTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pylon Trigger',
		name: 'pylonTrigger',
		icon: { light: 'file:../../icons/pylon.svg', dark: 'file:../../icons/pylon.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: `={{ [$parameter["events"]].flat().map((value) => ${nameMap(choices)}[value] ?? value).join(", ") }}`,
		// The node panel shows this sentence for the actions, too, and then for both (n8n takes the words of the trigger).
		description:
			'Issues, contacts and accounts of Pylon (usepylon.com). Starts the workflow when Pylon sends a webhook.',
		eventTriggerDescription: 'Waiting for Pylon to call the Test URL',
		activationMessage: 'Pylon can now call the Production URL of this trigger.',
		defaults: { name: 'Pylon Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'pylonApi', required: true }],
		builderHint: {
			searchHint:
				"Starts at once for new issues, messages, assignments, status changes, accounts and contacts in Pylon. The item has 'event', 'body' (the payload, IDs only) and, with 'Fetch Record', 'record'. The user has to create the webhook in Pylon by hand; if that is not possible, use the Pylon Polling Trigger.",
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-pylon.pylonPollingTrigger',
					relationHint: 'The same without a webhook: checks Pylon on a schedule',
				},
				{
					nodeType: 'n8n-nodes-pylon.pylon',
					relationHint: "Works with the record of the event, by the IDs in 'body'",
				},
			],
		},
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
					"<b>To try it out</b>, press 'Execute step', and let a webhook in Pylon call the Test URL: it answers for two minutes, or until one event comes in. <b>To keep it running</b>, publish (activate) the workflow, and put the Production URL into the webhook in Pylon. What the Production URL receives shows under Executions.",
				active:
					"<b>To try it out</b>, press 'Execute step', and let a webhook in Pylon call the Test URL: it answers for two minutes, or until one event comes in. <b>The workflow is running</b>: what the Production URL receives shows under Executions, not here.",
			},
			activationHint:
				'When the test has worked, publish (activate) the workflow, and put the Production URL into the webhook in Pylon.',
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
				const { checkSetup } = await import('./checkSetup');
				await checkSetup(this);
				return true;
			},

			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	/**
	 * Never throws in a published workflow: n8n would note a failed execution and answer 500 to Pylon. (In the editor's test,
	 * throwing shows what is wrong with a call, once the call is answered.)
	 */
	webhook: NonNullable<INodeType['webhook']>;

	/** @param memory what the node remembers so far; n8n gives none */
	constructor(memory = emptyMemory()) {
		// Not a method, since n8n calls it with its context as `this`, which does not lead to the node's memory.
		this.webhook = async function () {
			const { answerCall } = await import('./answerCall');
			return await answerCall(this, memory);
		};
	}
}
