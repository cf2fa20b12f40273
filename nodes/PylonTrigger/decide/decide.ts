import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { areMet, findGap, needsRecord } from './conditions';
import { diagnose, eventOf } from './diagnosis';
import type { Accepted, Decision, Ignored } from './decision';
import { Duplicates } from './duplicates';
import { enrich } from '../record/enrich';
import { identify } from './identity';
import { once } from './deduplicate';
import type { Delivery } from '../receive/receive';
import { noSuch, type Refusal } from '../receive/refusalTexts';
import type { Settings } from '../settings';

/** What is known of an event that may matter. */
interface Looked {
	event?: string;
	notes: string[];
}

/** What the payload alone decides. */
function look({ events, fetch, conditions, identity }: Settings, payload: IDataObject): Looked | Ignored | Refusal {
	// An expression may yield nothing although it yielded something when the workflow was published.
	const gap = findGap(conditions, fetch !== undefined);
	if (gap !== undefined) return { refusal: 'settings', cause: gap.says };
	const event = eventOf(payload, events !== undefined);
	if (typeof event === 'object') return event;
	if (events !== undefined && !events.has(event ?? '')) {
		return { ignored: "The event is not among those of 'Trigger On'." };
	}
	const compared = conditions.filter((condition) => !needsRecord(condition)).map(({ field }) => field);
	const notes = diagnose(payload, event, { recordId: fetch?.idField, eventId: identity.eventIdField, compared });
	return 'refusal' in notes ? notes : { event, notes };
}

const NOT_MET: Ignored = { ignored: "The event does not meet the node's conditions." };

/** What Pylon has to be asked for. */
async function ask(
	context: IWebhookFunctions,
	settings: Settings,
	payload: IDataObject,
	{ event, notes }: Looked,
): Promise<Pick<Accepted, 'record' | 'note'> | Ignored | Refusal> {
	const { conditions, match } = settings;
	// Often the payload alone decides; then a record that cannot be fetched changes nothing about it.
	if (areMet(conditions, match, payload) === false) return NOT_MET;
	const enriched = await enrich(context, settings, payload, event);
	const { record, isOwn, unknown, cause } = enriched;
	if (isOwn) return { ignored: 'The event was caused by this token itself.' };
	if (cause !== undefined && settings.onFailure === 'answer503') {
		return unknown === undefined ? { refusal: 'unanswered', cause } : { refusal: 'unknownRecord', says: noSuch(unknown), cause };
	}
	const isMet = areMet(conditions, match, payload, record);
	if (isMet === false) return NOT_MET;
	const all = [...notes, ...enriched.notes];
	if (isMet === undefined) all.push("Without the record, those of 'Conditions' that look at it could not be checked.");
	return { record, note: all.length > 0 ? all.join(' ') : undefined };
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
			const answer = await ask(context, settings, body, found);
			return 'ignored' in answer || 'refusal' in answer ? answer : { event, deliveryKey: early.key, ...answer };
		});
	}
	const answer = await ask(context, settings, body, found);
	if ('ignored' in answer || 'refusal' in answer) return answer;
	const late = identify(settings.identity, body, event, bodyHash, answer.record);
	const accepted = { event, deliveryKey: late.key, ...answer };
	return late.isKnown ? await once(duplicates, late.key, async () => accepted) : accepted;
}
