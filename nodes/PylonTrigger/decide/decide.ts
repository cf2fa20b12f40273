import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { shapeRecord } from '../../Pylon/records/simplified/shapeRecord';
import { errorSentences } from '../../shared/client/errorSentences';
import type { Delivery } from '../receive/receive';
import { noSuch, type Refusal } from '../receive/refusalTexts';
import type { TriggerMemory } from '../memory';
import { addNames } from '../record/addNames';
import { enrich, type Enriched } from '../record/enrich';
import { eventWritten } from '../events';
import type { FetchSettings, Settings } from '../settings';
import { checkOnPayload, checkOnRecord } from './checkConditions';
import { findGap, needsRecord } from './conditions';
import type { Accepted, Decision, Ignored } from './decision';
import { deduplicate } from './deduplicate';
import { diagnose, eventOf } from './diagnosis';
import { Duplicates } from './duplicates';
import { identify } from './identity';

/** An event that may start the workflow, as far as its payload tells. */
interface PayloadResult {
	event?: string;
	/** Sentences for the item. */
	notes: string[];
}

/** An event that starts the workflow. */
interface RecordResult extends Pick<Accepted, 'record' | 'note'> {
	/** The record as Pylon sent it, if one was fetched. */
	rawRecord?: IDataObject;
}

/** Decides what the payload alone can decide, without the conditions. */
function checkPayload(
	{ events, fetch, conditions, identity }: Settings,
	payload: IDataObject,
): PayloadResult | Ignored | Refusal {
	// An expression may yield nothing although it yielded something when the workflow was published.
	const gap = findGap(conditions, fetch !== undefined);
	if (gap !== undefined) return { refusal: 'settings', cause: gap.says, advice: gap.advice };
	const written = eventOf(payload, events !== undefined);
	if (typeof written === 'object') return written;
	const event = written === undefined ? undefined : eventWritten(written, events);
	if (events !== undefined && !events.has(event ?? '')) {
		return { ignored: "The event is not selected in 'Trigger On'." };
	}
	const compared = conditions
		.filter((condition) => !needsRecord(condition))
		.map(({ field }) => field);
	const notes = diagnose(payload, event, {
		recordId: fetch?.idField,
		eventId: identity.eventIdField,
		compared,
	});
	return 'refusal' in notes ? notes : { event, notes };
}

const joined = (sentences: string[]): string | undefined =>
	sentences.length > 0 ? sentences.join(' ') : undefined;

const notMet = (unknown: string[]): Ignored => ({
	ignored: "The event does not meet the node's conditions.",
	note: joined(unknown),
});

/** The record in the form of 'Output'. Where Pylon did not give the names, a note says so. */
async function present(
	{ record: kind, output }: FetchSettings,
	{ record, lookUp }: Pick<Enriched, 'record' | 'lookUp'>,
	notes: string[],
): Promise<IDataObject | undefined> {
	if (record === undefined || lookUp === undefined) return undefined;
	let named = record;
	if (output.withNames && kind !== 'contact') {
		try {
			named = await addNames(lookUp, kind, record);
		} catch (error) {
			notes.push(`Names could not be added: ${errorSentences(error)}`);
		}
	}
	return shapeRecord(kind, named, output);
}

/** Decides what needs an answer of Pylon. */
async function checkRecord(
	context: IWebhookFunctions,
	settings: Settings,
	payload: IDataObject,
	{ event, notes }: PayloadResult,
	memory: TriggerMemory,
): Promise<RecordResult | Ignored | Refusal> {
	const { fetch, onFailure } = settings;
	// Often the payload alone decides; then it does not matter whether the record can be fetched.
	const onPayload = checkOnPayload(settings, payload);
	if (onPayload.isMet === false) return notMet(onPayload.unknown);
	const enriched = await enrich(context, settings, payload, event, memory);
	const { record, lookUp, isOwn, unknown, cause } = enriched;
	if (isOwn) return { ignored: 'The event was caused by the user of this API token.' };
	if (cause !== undefined && onFailure === 'answer503') {
		return unknown === undefined
			? { refusal: 'unanswered', cause }
			: { refusal: 'unknownRecord', says: noSuch(unknown), cause };
	}
	const canCheck = record !== undefined && lookUp !== undefined;
	const conditions = canCheck
		? await checkOnRecord(settings, onPayload, lookUp, record)
		: onPayload;
	if (conditions.isMet === false) return notMet(conditions.unknown);
	if (conditions.isMet === undefined && canCheck && onFailure === 'answer503') {
		return { refusal: 'unanswered', cause: joined(conditions.unanswered) };
	}
	const all = [...notes, ...enriched.notes, ...conditions.unknown, ...conditions.unanswered];
	if (conditions.isMet === undefined) {
		const what = canCheck ? 'Without that' : 'Without the record';
		all.push(`${what}, the 'Conditions' that refer to it could not be checked.`);
	}
	const shown = fetch === undefined ? undefined : await present(fetch, enriched, all);
	return { record: shown, rawRecord: record, note: joined(all) };
}

/** Test calls in the editor may be repeated as often as one likes. */
function duplicatesOf(
	context: IWebhookFunctions,
	{ retention }: Settings,
	{ deliveries }: TriggerMemory,
): Duplicates | undefined {
	if (retention === undefined || context.getMode() === 'manual') return undefined;
	const trigger = JSON.stringify([context.getWorkflow().id, context.getNode().id]);
	return new Duplicates(deliveries, trigger, context.getWorkflowStaticData('node'), retention);
}

/**
 * Decides whether a delivery starts the workflow.
 * @param context the context of the webhook call
 * @param settings what the user has set in the node
 * @param delivery the payload of a call that has passed the check of its signature or header
 * @param memory what the node remembers from call to call
 * @returns what to answer, and the record and note for the item; a Refusal where something is wrong
 * @throws only what n8n throws
 */
export async function decide(
	context: IWebhookFunctions,
	settings: Settings,
	delivery: Delivery,
	memory: TriggerMemory,
): Promise<Decision> {
	const { body, bodyHash } = delivery;
	const onPayload = checkPayload(settings, body);
	if ('ignored' in onPayload || 'refusal' in onPayload) return onPayload;
	const { event } = onPayload;
	const duplicates = duplicatesOf(context, settings, memory);
	const accept = ({ record, note }: RecordResult, deliveryKey: string): Accepted => ({
		event,
		deliveryKey,
		record,
		note,
	});

	const early = identify(settings.identity, body, event, bodyHash);
	if (early.isKnown) {
		return await deduplicate(duplicates, early.key, async () => {
			const onRecord = await checkRecord(context, settings, body, onPayload, memory);
			return 'ignored' in onRecord || 'refusal' in onRecord
				? onRecord
				: accept(onRecord, early.key);
		});
	}
	const onRecord = await checkRecord(context, settings, body, onPayload, memory);
	if ('ignored' in onRecord || 'refusal' in onRecord) return onRecord;
	const late = identify(settings.identity, body, event, bodyHash, onRecord.rawRecord);
	const accepted = accept(onRecord, late.key);
	return late.isKnown ? await deduplicate(duplicates, late.key, async () => accepted) : accepted;
}
