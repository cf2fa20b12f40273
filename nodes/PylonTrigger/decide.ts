import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { areMet, findGap, needsRecord } from './conditions';
import { diagnose, eventOf } from './diagnosis';
import type { Accepted, Decision, Ignored } from './decision';
import { Duplicates } from './duplicates';
import { enrich } from './enrich';
import { identify } from './identity';
import { once } from './once';
import type { Delivery } from './receive';
import type { Refusal } from './refusal';
import type { Settings } from './settings';

/** What the payload alone decides. */
function look({ events, fetch, conditions }: Settings, payload: IDataObject): { event?: string } | Ignored | Refusal {
	// An expression may yield nothing although it yielded something when the workflow was published.
	const gap = findGap(conditions);
	if (gap !== undefined) return { refusal: 'settings', cause: gap.says };
	const event = eventOf(payload, events !== undefined);
	if (typeof event === 'object') return event;
	if (events !== undefined && !events.has(event ?? '')) {
		return { ignored: "The event is not among those of 'Trigger On'." };
	}
	return diagnose(payload, event, fetch?.idField) ?? { event };
}

const NOT_MET: Ignored = { ignored: "The event does not meet the node's conditions." };

/** What Pylon has to be asked for. */
async function ask(
	context: IWebhookFunctions,
	settings: Settings,
	payload: IDataObject,
	event: string | undefined,
): Promise<Pick<Accepted, 'record' | 'note'> | Ignored | Refusal> {
	const { conditions, match, fetch } = settings;
	// Conditions on a record wait for it, all of them: with "any", the others cannot decide alone.
	const isPatient = fetch !== undefined && conditions.some(needsRecord);
	if (!isPatient && !areMet(conditions, match, payload)) return NOT_MET;
	const { record, isOwn, notes, cause } = await enrich(context, settings, payload, event);
	if (isOwn) return { ignored: 'The event was caused by this token itself.' };
	if (cause !== undefined && settings.onFailure === 'answer503') return { refusal: 'unanswered', cause };
	if (isPatient && record !== undefined && !areMet(conditions, match, payload, record)) return NOT_MET;
	if (isPatient && record === undefined) notes.push("Without the record, 'Conditions' could not be looked at.");
	return { record, note: notes.length > 0 ? notes.join(' ') : undefined };
}

/** n8n's own test calls may be repeated as often as one likes. */
function duplicatesOf(context: IWebhookFunctions, { retention }: Settings): Duplicates | undefined {
	if (retention === undefined || context.getMode() === 'manual') return undefined;
	const trigger = JSON.stringify([context.getWorkflow().id, context.getNode().id]);
	return new Duplicates(trigger, context.getWorkflowStaticData('node'), retention);
}

/**
 * Decides what becomes of a delivery that passed the check. Throws nothing but what n8n throws.
 */
export async function decide(context: IWebhookFunctions, settings: Settings, delivery: Delivery): Promise<Decision> {
	const { body, bodyHash } = delivery;
	const found = look(settings, body);
	if ('ignored' in found || 'refusal' in found) return found;
	const { event } = found;
	const duplicates = duplicatesOf(context, settings);
	const early = identify(settings.identity, body, event, bodyHash);

	if (early.isKnown) {
		return await once(duplicates, early.key, async () => {
			const answer = await ask(context, settings, body, event);
			return 'ignored' in answer || 'refusal' in answer ? answer : { event, deliveryKey: early.key, ...answer };
		});
	}
	const answer = await ask(context, settings, body, event);
	if ('ignored' in answer || 'refusal' in answer) return answer;
	const late = identify(settings.identity, body, event, bodyHash, answer.record);
	const accepted = { event, deliveryKey: late.key, ...answer };
	return late.isKnown ? await once(duplicates, late.key, async () => accepted) : accepted;
}
