import type { IDataObject } from 'n8n-workflow';

import { clock } from '../../shared/client/clock';
import { isRecord } from '../../shared/client/envelope';
import type { PylonClient } from '../../shared/client/triggerClient';
import { asId, readPath } from '../fieldPath';
import type { Settings } from '../settings';

/** How long the trigger remembers whose token it is, in milliseconds. */
const LIFETIME_MS = 60 * 60_000;

/** The user of a token, and until when that is remembered, in milliseconds since 1970. */
export interface Owner {
	userId: string;
	until: number;
}

/**
 * The ID of the token's user (openapi.yaml, GET /me: `data.user.id`; `user` may be null). Where Pylon does not tell, it is
 * asked again the next time.
 */
async function ownUserId(
	client: PylonClient,
	owners: Map<string, Owner>,
): Promise<string | undefined> {
	const remembered = owners.get(client.key);
	if (remembered !== undefined && remembered.until > clock.now()) return remembered.userId;
	const { user } = await client.record({ template: '/me' });
	const userId = isRecord(user) ? asId(user.id) : undefined;
	if (userId === undefined) return undefined;
	for (const [key, { until }] of owners) if (until <= clock.now()) owners.delete(key);
	owners.set(client.key, { userId, until: clock.now() + LIFETIME_MS });
	return userId;
}

const authorOf = (message: unknown): string | undefined => {
	if (!isRecord(message) || !isRecord(message.author)) return undefined;
	const { user, contact } = message.author;
	return [user, contact]
		.map((person) => (isRecord(person) ? asId(person.id) : undefined))
		.find((id) => id !== undefined);
};

/**
 * Finds out who caused an event: whom the payload names; otherwise, of a new message, the author that Pylon's API names for
 * just that message, and of a new issue the author of its first message. Never the author of the latest message: another one
 * may have come since the event, for example our own answer to it. Pylon's API does not say who changed a record.
 * @returns the person's ID; undefined when nothing tells
 */
async function authorOfEvent(
	client: PylonClient,
	payload: IDataObject,
	event: string | undefined,
	authorIdField: string,
): Promise<string | undefined> {
	const given = asId(readPath(payload, authorIdField));
	if (given !== undefined) return given;
	const [issueId, messageId] = ['issue_id', 'message_id'].map((name) =>
		asId(readPath(payload, name)),
	);
	const isNewIssue = event === 'issue_created';
	if (issueId === undefined || (messageId === undefined && !isNewIssue)) return undefined;
	// Without a limit Pylon sends all messages, oldest first (openapi.yaml, `getIssueMessages`).
	const messages = await client.list({ template: '/issues/{issueId}/messages', ids: { issueId } });
	return authorOf(isNewIssue ? messages[0] : messages.find(({ id }) => id === messageId));
}

/**
 * Recognizes events that this workflow's own token has caused, so that a workflow does not answer itself.
 * @param client the trigger's client
 * @param owners the users of tokens, as far as remembered; the user of this token is added
 * @param payload the delivery's payload
 * @param event the name of its event; undefined when it has none
 * @param own what the user has set: the field that names the author, and IDs of users who count as own too
 * @returns whether it is such an event; if that is not known, what is missing: the event's author or the token's owner
 * @throws NodeApiError when Pylon gives no good answer
 */
export async function isOwnEvent(
	client: PylonClient,
	owners: Map<string, Owner>,
	payload: IDataObject,
	event: string | undefined,
	own: NonNullable<Settings['own']>,
): Promise<boolean | 'author' | 'owner'> {
	const author = await authorOfEvent(client, payload, event, own.authorIdField);
	if (author === undefined) return 'author';
	if (own.userIds.includes(author)) return true;
	const userId = await ownUserId(client, owners);
	return userId === undefined ? 'owner' : author === userId;
}
