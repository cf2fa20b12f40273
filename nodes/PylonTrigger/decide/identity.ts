import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { hashOf } from '../receive/hashOf';
import type { IdentitySettings } from '../settings';
import { eventNamed } from '../events';
import { asText, isAbsent, readPath } from '../fieldPath';

export interface Identity {
	/** The same for two deliveries of one event, different for deliveries of any two events. */
	key: string;
	/** Whether a second delivery of the event would get the same key. */
	isKnown: boolean;
}

const hashOfParts = (...parts: unknown[]): string => hashOf(JSON.stringify(parts));

const unknown = (): Identity => ({ key: randomUUID(), isKnown: false });

const IDS = ['issue_id', 'account_id', 'contact_id', 'message_id'];

/**
 * Says what sets a delivery apart from others, since Pylon gives it no ID, neither in a header nor in the payload
 * (https://docs.usepylon.com/pylon-docs/developer/webhooks): the event's ID where the payload has one; otherwise the payload
 * itself, except for an event that may repeat with the same payload. The latter is recognized by when its record was
 * changed, once the record has been fetched.
 * @param settings which field has an event's ID, and whether equal payloads always count as one delivery
 * @param payload the delivery's payload
 * @param event the name of its event; undefined when it has none
 * @param bodyHash hash of the raw body, as `hashOf` makes it
 * @param record the fetched record, as Pylon sent it; undefined before, or where none is fetched
 * @returns the delivery's key, and whether a second delivery of the event would get the same one
 */
export function identify(
	{ eventIdField, anyEqualPayload }: IdentitySettings,
	payload: IDataObject,
	event: string | undefined,
	bodyHash: string,
	record?: IDataObject,
): Identity {
	const eventId = eventIdField === '' ? undefined : readPath(payload, eventIdField);
	if (!isAbsent(eventId) && asText(eventId) !== undefined) {
		// With the record's IDs: what a user takes for an event's ID may be a time, which two records share.
		const ids = IDS.map((name) => asText(readPath(payload, name)) ?? null);
		return { key: hashOfParts('event', event ?? null, ids, asText(eventId)), isKnown: true };
	}
	const definition = eventNamed(event);
	const isSingle =
		definition?.singledOutBy === undefined || !isAbsent(readPath(payload, definition.singledOutBy));
	if (anyEqualPayload || definition === undefined || (definition.repeats === false && isSingle)) {
		return { key: bodyHash, isKnown: true };
	}
	const changedAt = definition.repeats === 'seenInRecord' ? record?.updated_at : undefined;
	return typeof changedAt === 'string'
		? { key: hashOfParts('change', bodyHash, changedAt), isKnown: true }
		: unknown();
}
