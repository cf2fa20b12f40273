import type { RequestContext } from '../context';
import { notFound } from '../errors';
import type { IssueRecord, MessageRecord } from '../records';

/** What a reply and a note have in common. */
type Written = Pick<
	MessageRecord,
	'author' | 'is_private' | 'message_html' | 'source' | 'file_urls'
> &
	Partial<MessageRecord>;

/**
 * Stores another message of an issue, and moves on the time of its latest message. The issue keeps its status: what
 * Pylon changes by itself (docs/pylon-api-notes.md#by-itself) is not simulated.
 *
 * @param context of the request; the message is added to its state, with its time
 * @param issue as it was before the message; it is stored anew
 * @param written what is given; a public message of a user counts as a response
 * @returns the stored message
 */
export function addMessage(
	{ state, timestamp }: RequestContext,
	issue: IssueRecord,
	written: Written,
): MessageRecord {
	const message: MessageRecord = {
		id: state.newId('message'),
		issue_id: issue.id,
		email_info: null,
		thread_id: null,
		created_at: timestamp,
		...written,
	};
	state.messages.set(message.id, message);
	const isAnswer = !message.is_private && 'user_id' in message.author;
	state.issues.set(issue.id, {
		...issue,
		latest_message_time: timestamp,
		updated_at: timestamp,
		number_of_touches: (issue.number_of_touches ?? 0) + (isAnswer ? 1 : 0),
		first_response_time: issue.first_response_time ?? (isAnswer ? timestamp : null),
	});
	return message;
}

/**
 * @param context of the request
 * @param issue that the message has to belong to
 * @param id of any message
 * @returns the message; undefined when there is none, or it belongs to another issue
 */
export function messageOf(
	{ state }: RequestContext,
	issue: IssueRecord,
	id: string,
): MessageRecord | undefined {
	const message = state.messages.get(id);
	return message?.issue_id === issue.id ? message : undefined;
}

/**
 * The message that `message_id` in the path names.
 *
 * @param context of a request whose path also names the issue
 * @param issue that the path names
 * @returns the message as stored
 * @throws ApiError 404 when there is none, or it belongs to another issue
 */
export function pathMessage(context: RequestContext, issue: IssueRecord): MessageRecord {
	const message = messageOf(context, issue, context.params.message_id);
	if (!message) throw notFound('Message');
	return message;
}
