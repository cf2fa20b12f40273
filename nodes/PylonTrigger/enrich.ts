import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { pylonFor, type PylonClient } from '../Pylon/transport/request';
import { isOwnEvent } from './author';
import { asId, readPath } from './fieldPath';
import { fetchRecord } from './record';
import type { Settings } from './settings';

/** What Pylon was asked about a delivery. */
export interface Enriched {
	record?: IDataObject;
	isOwn: boolean;
	/** What could not be found out, for the item. */
	notes: string[];
	/** Why Pylon could not be asked, if so. */
	cause?: unknown;
}

const AUTHOR_UNKNOWN =
	"Who caused the event cannot be told from the payload, so 'Drop Own Events' let it pass. It needs message_id, or author_id.";

/** So that one slow answer does not keep the sender waiting for more than two of them. */
const TRIES = 2;

const TIMEOUT_MS = 10_000;

function noteOf(what: string, error: unknown): string {
	const { message, description } = error as { message?: unknown; description?: unknown };
	const words = [message, description].filter((part) => typeof part === 'string' && part !== '').map((part) => String(part).replace(/\.$/, ''));
	return `${what}: ${words.join('. ')}.`;
}

/**
 * Asks Pylon for what a delivery's payload does not hold. Throws nothing.
 * @param event its name, if it has one
 */
export async function enrich(
	context: IWebhookFunctions,
	{ fetch, own, longestWaitMs }: Settings,
	payload: IDataObject,
	event: string | undefined,
): Promise<Enriched> {
	const result: Enriched = { isOwn: false, notes: [] };
	if (fetch === undefined && own === undefined) return result;
	const attempt = async (what: string, ask: () => Promise<void>) => {
		try {
			await ask();
		} catch (error) {
			result.cause = error;
			result.notes.push(noteOf(what, error));
		}
	};
	let client: PylonClient | undefined;
	const connected = async () =>
		(client ??= await pylonFor(context, { longestWaitMs, tries: TRIES, timeoutMs: TIMEOUT_MS }));

	if (own !== undefined) {
		await attempt('Who caused the event could not be found out', async () => {
			const isOwn = await isOwnEvent(await connected(), payload, event, own);
			if (isOwn === undefined) result.notes.push(AUTHOR_UNKNOWN);
			result.isOwn = isOwn ?? false;
		});
	}
	if (fetch !== undefined && !result.isOwn) {
		await attempt(`The ${fetch.record} could not be fetched`, async () => {
			result.record = await fetchRecord(await connected(), fetch.record, asId(readPath(payload, fetch.idField)) ?? '');
		});
	}
	return result;
}
