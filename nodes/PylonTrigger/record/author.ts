import type { IDataObject } from 'n8n-workflow';

import { clock } from '../../shared/client/clock';
import { isRecord } from '../../shared/client/envelope';
import type { PylonClient } from '../../shared/client/triggerClient';
import { asId, readPath } from '../fieldPath';
import type { Settings } from '../settings';

/** How long it is remembered whose token it is, in milliseconds. */
const LIFETIME_MS = 60 * 60_000;

/** The user of a token, and until when that is remembered. */
export interface Owner {
	userId: string;
	until: number;
}

/** The ID of the token's user (openapi.yaml, GET /me: `data.user.id`; `user` may be null). What is not told is asked again. */
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
 * Who caused an event, by ID: the payload's own word; else, of a new message, the author that Pylon's API names for just
 * that message, and of a new issue the author of its first message. Never the author of the latest message: another may
 * have come since the event, our own answer to it for example. Pylon's API does not say who changed a record.
 * @returns undefined when it cannot be told
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
 * Tells events that this workflow's own token has caused, so that a workflow does not answer itself.
 * @param owners of tokens, as far as remembered; gets the one of this token
 * @param own what the user has set; further users count as own as well
 * @returns what is not known instead, if the answer cannot be told
 * @throws NodeApiError when Pylon gave no good answer
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
