import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { decide } from './decide/decide';
import type { Accepted } from './decide/decision';
import { persistStaticData } from './decide/persistStaticData';
import { WrongInput } from '../shared/input';
import type { TriggerMemory } from './memory';
import { receive, type Delivery } from './receive/receive';
import { answerIgnored, refuse } from './receive/respond';
import { readSettings, type Settings } from './settings';

function itemOf(
	{ body, bodyHash }: Delivery,
	{ event, deliveryKey, record, note }: Accepted,
): IDataObject {
	return {
		event: event ?? null,
		body,
		...(record !== undefined && { record }),
		...(note !== undefined && { note }),
		deliveryKey,
		bodyHash,
		receivedAt: new Date().toISOString(),
	};
}

/**
 * Answers one call to the trigger's URL.
 * @param context the context that n8n calls the webhook with
 * @param memory what was remembered from earlier calls; what this one adds goes into it
 * @returns the item that the workflow starts with, or no item where it does not start
 * @throws NodeOperationError only in the editor's test, to show what is wrong with a call that has been answered
 */
export async function answerCall(
	context: IWebhookFunctions,
	memory: TriggerMemory,
): Promise<IWebhookResponseData> {
	let settings: Settings;
	try {
		settings = readSettings(context);
	} catch (error) {
		const advice = error instanceof WrongInput ? error.description : undefined;
		return await refuse(context, { refusal: 'settings', cause: error, advice }, memory);
	}
	const delivery = await receive(context, settings.verification);
	if ('refusal' in delivery) return await refuse(context, delivery, memory);
	const decision = await decide(context, settings, delivery, memory);
	if ('refusal' in decision) return await refuse(context, decision, memory);
	if ('ignored' in decision) return await answerIgnored(context, decision, memory);
	if (decision.remembered !== undefined)
		void persistStaticData(context.getResponseObject(), decision.remembered);
	return { workflowData: [[{ json: itemOf(delivery, decision) }]] };
}
