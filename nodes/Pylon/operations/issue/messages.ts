import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../shared/client/envelope';
import type { Call } from '../../run/operationPlan';
import { textOf } from './readRecord';

/** A message of an issue as Pylon sends it (openapi.yaml, `Message`), with the fields that are used here. */
export interface Message {
	id: string;
	/** Whether it is an internal note. */
	isPrivate: boolean;
	html: string;
	/** E.g. `email` or `slack`. */
	channel?: string;
	/** Milliseconds since 1970; 0 when Pylon gives no time. */
	time: number;
	timestamp?: string;
	author: { id?: string; name?: string; email?: string; kind?: AuthorKind };
	email: IDataObject;
	fileUrls: string[];
}

/** Pylon's contacts are customers, its users are agents. */
export type AuthorKind = 'customer' | 'agent';

function toMessage(record: IDataObject & { id: string }): Message {
	const author = isRecord(record.author) ? record.author : {};
	const contact = isRecord(author.contact) ? author.contact : undefined;
	const user = isRecord(author.user) ? author.user : undefined;
	return {
		id: record.id,
		// Only a message that is certainly no note may be answered, or shown as a message.
		isPrivate: record.is_private !== false,
		html: textOf(record.message_html) ?? '',
		channel: textOf(record.source),
		time: Date.parse(textOf(record.timestamp) ?? '') || 0,
		timestamp: textOf(record.timestamp),
		author: {
			id: textOf((contact ?? user)?.id),
			name: textOf(author.name),
			email: textOf((contact ?? user)?.email),
			kind: contact !== undefined ? 'customer' : user !== undefined ? 'agent' : undefined,
		},
		email: isRecord(record.email_info) ? record.email_info : {},
		fileUrls: Array.isArray(record.file_urls)
			? record.file_urls.filter((url) => typeof url === 'string')
			: [],
	};
}

/**
 * Reads the whole conversation of an issue by one request: without limit and cursor Pylon answers with every message
 * (openapi.yaml, `getIssueMessages`).
 * @param call the item's call
 * @param issueId the issue's ID; Pylon takes no number here
 * @returns the messages, the oldest first
 * @throws PylonApiError when Pylon gives no good answer
 */
export async function messagesOf({ send }: Call, issueId: string): Promise<Message[]> {
	const items = await send({ template: '/issues/{issueId}/messages', ids: { issueId } });
	const messages = items
		.map(({ json }) => json)
		.filter((record): record is IDataObject & { id: string } => typeof record.id === 'string')
		.map(toMessage);
	// Pylon's own order where a time is missing.
	return messages.every(({ time }) => time > 0)
		? messages.sort((one, other) => one.time - other.time)
		: messages;
}
