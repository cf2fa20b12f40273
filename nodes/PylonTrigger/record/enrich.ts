import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { pylonFor, type PylonClient } from '../../shared/client/triggerClient';
import { isUnknownRecord } from '../../shared/client/unknownRecord';
import { errorSentences } from '../../shared/client/errorSentences';
import type { RecordKind } from '../events';
import { asId, readPath } from '../fieldPath';
import type { TriggerMemory } from '../memory';
import type { Settings } from '../settings';
import { isOwnEvent } from './author';
import { fetchRecord, lookUpBy, type LookUp } from './lookUp';

/** What Pylon has answered about a delivery. */
export interface Enriched {
	record?: IDataObject;
	isOwn: boolean;
	/** What could not be found out, in sentences for the item. */
	notes: string[];
	/** The kind of the record, where Pylon says that it has no such record. */
	unknown?: RecordKind;
	/** Why Pylon could not be asked, or did not know the record. */
	cause?: string;
	/** Asks Pylon for more about the record; there whenever the record is. */
	lookUp?: LookUp;
}

/** Why it is not known whether this token has caused the event. */
const UNKNOWN = {
	author:
		"The payload does not say who caused the event, so 'Drop Own Events' did not drop it. It needs message_id or author_id.",
	owner:
		"Pylon does not say which user the API token belongs to, so 'Drop Own Events' did not drop the event. Add the ID of the user to 'Own User IDs'.",
};

/** So few that one slow answer keeps the sender waiting for no more than two of them. */
const TRIES = 2;

const TIMEOUT_MS = 10_000;

/**
 * Asks Pylon for what a delivery's payload does not have. Failures end up in the result.
 * @param context the context of the webhook call
 * @param settings which record to fetch, and how own events are recognized
 * @param payload the delivery's payload
 * @param event the name of its event; undefined when it has none
 * @param memory what the node remembers from call to call
 * @returns the record, whether the event is an own one, and what could not be found out
 */
export async function enrich(
	context: IWebhookFunctions,
	{ fetch, own, longestWaitMs }: Settings,
	payload: IDataObject,
	event: string | undefined,
	{ owners, lookUps }: TriggerMemory,
): Promise<Enriched> {
	const result: Enriched = { isOwn: false, notes: [] };
	if (fetch === undefined && own === undefined) return result;
	const attempt = async (what: string, about: RecordKind, request: () => Promise<void>) => {
		try {
			await request();
		} catch (error) {
			if (isUnknownRecord(error)) result.unknown = about;
			result.cause = errorSentences(error);
			result.notes.push(`${what}: ${result.cause}`);
		}
	};
	let client: PylonClient | undefined;
	const connected = async () =>
		(client ??= await pylonFor(context, { longestWaitMs, tries: TRIES, timeoutMs: TIMEOUT_MS }));

	if (own !== undefined) {
		await attempt('The person who caused the event could not be determined', 'issue', async () => {
			const isOwn = await isOwnEvent(await connected(), owners, payload, event, own);
			if (typeof isOwn === 'string') result.notes.push(UNKNOWN[isOwn]);
			result.isOwn = isOwn === true;
		});
	}
	if (fetch !== undefined && !result.isOwn) {
		await attempt(`The ${fetch.record} could not be fetched`, fetch.record, async () => {
			const pylon = await connected();
			result.lookUp = lookUpBy(pylon, lookUps);
			result.record = await fetchRecord(
				pylon,
				fetch.record,
				asId(readPath(payload, fetch.idField)) ?? '',
			);
		});
	}
	return result;
}
