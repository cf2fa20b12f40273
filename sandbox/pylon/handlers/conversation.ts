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
 * Stores a further message of an issue, whose time of the latest message moves on. The issue keeps its state: what Pylon
 * changes there is up to the workspace's triggers.
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

/** The message of an issue with this id, if it is one of this issue. */
export function messageOf(
	{ state }: RequestContext,
	issue: IssueRecord,
	id: string,
): MessageRecord | undefined {
	const message = state.messages.get(id);
	return message?.issue_id === issue.id ? message : undefined;
}

/** The message that the path names. Throws 404 for one of another issue too. */
export function pathMessage(context: RequestContext, issue: IssueRecord): MessageRecord {
	const message = messageOf(context, issue, context.params.message_id);
	if (!message) throw notFound('Message');
	return message;
}
