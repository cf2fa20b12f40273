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

/** What Pylon was asked about a delivery. */
export interface Enriched {
	record?: IDataObject;
	isOwn: boolean;
	/** What could not be found out, for the item. */
	notes: string[];
	/** The kind of the record, if Pylon says that it has no such one. */
	unknown?: RecordKind;
	/** Why Pylon could not be asked, or did not know the record, if so. */
	cause?: string;
	/** For what else has to be asked about the record; there with it. */
	lookUp?: LookUp;
}

/** Why it cannot be told whether an event is an own one. */
const UNKNOWN = {
	author:
		"Who caused the event cannot be told from the payload, so 'Drop Own Events' let it pass. It needs message_id, or author_id.",
	owner:
		"Pylon does not say whose API token it is, so 'Drop Own Events' let the event pass. Put the ID of the user into 'Own User IDs'.",
};

/** So that one slow answer does not keep the sender waiting for more than two of them. */
const TRIES = 2;

const TIMEOUT_MS = 10_000;

/**
 * Asks Pylon for what a delivery's payload does not hold. Throws nothing.
 * @param event its name, if it has one
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
		await attempt('Who caused the event could not be found out', 'issue', async () => {
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
