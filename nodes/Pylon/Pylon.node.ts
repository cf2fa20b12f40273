import type {
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { requestOptions } from './description/requestOptions';
import { readingParameters } from './description/readParameters';
import { answerWebhooks, waitingTooltip } from './description/waiting';
import { methods } from './editor/methods';
import { resources } from './operations';
import { propertiesOf } from './description/buildProperties';
import { builderHint } from './description/builderHint';
import { subtitleOf } from './description/subtitle';
import { pathIds } from './records/pathIds';
import { runItem } from './run/runItem';

/**
 * The action node. It is declarative: `description` says all, and n8n's RoutingNode runs it (docs/ARCHITECTURE.md).
 */
export class Pylon implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pylon',
		name: 'pylon',
		icon: { light: 'file:../../icons/pylon.svg', dark: 'file:../../icons/pylon.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description: 'Work with issues, contacts and accounts in Pylon (usepylon.com)',
		defaults: { name: 'Pylon' },
		usableAsTool: true,
		builderHint,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'pylonApi', required: true }],
		webhooks: answerWebhooks,
		waitingNodeTooltip: waitingTooltip,
		// n8n wants an address here; the transport puts that of the credential's region in its place.
		requestDefaults: { baseURL: 'https://api.usepylon.com' },
		requestOperations: { pagination: runItem(pathIds) },
		properties: [...readingParameters(propertiesOf(resources)), requestOptions],
	};

	methods = methods;

	/**
	 * Somebody has opened or answered a question of 'Send and Wait for Response'.
	 * @returns the page to show, or the items that the execution goes on with
	 */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { receiveAnswer } = await import('./operations/issue/sendAndWait/webhook');
		return await receiveAnswer(this);
	}
}
