import type { BodyOf, Handlers, RequestContext } from '../context';
import { badField } from '../errors';
import type { IssueRecord } from '../records';
import { addMessage, messageOf } from './conversation';
import { needRecord, needText, pathIssue } from './shared';
import { defaultThread } from './threads';

type NoteBody = BodyOf<'createIssueNote'>;

/**
 * The thread that a note is written in (openapi.yaml, `createIssueNote`). Empty texts count as absent.
 *
 * @throws ApiError 400 for a thread or message that is not one of the issue, for a public message, and for both
 * together
 */
function threadOf(context: RequestContext, issue: IssueRecord, body: NoteBody): string {
	const { message_id: messageId, thread_id: threadId, thread_name: name } = body;
	if (messageId && threadId) throw badField('thread_id', 'excludes message_id');
	if (threadId) {
		if (context.state.threads.get(threadId)?.issue_id !== issue.id)
			throw badField('thread_id', `thread "${threadId}" not found`);
		return threadId;
	}
	if (messageId) {
		const message = messageOf(context, issue, messageId);
		if (!message) throw badField('message_id', `message "${messageId}" not found`);
		if (!message.is_private) throw badField('message_id', 'is not an internal note');
		if (message.thread_id !== null) return message.thread_id;
	}
	return defaultThread(context, issue.id, name || null).id;
}

function createIssueNote(context: RequestContext<NoteBody>) {
	const { state } = context;
	const issue = pathIssue(context);
	const { body } = context;
	needText('body_html', body.body_html);
	if (body.user_id) needRecord(state.users, 'user_id', body.user_id, 'user');
	const { id } = addMessage(context, issue, {
		author: { user_id: body.user_id || state.tokenUserId },
		is_private: true,
		message_html: body.body_html,
		source: issue.source,
		file_urls: body.attachment_urls ?? [],
		thread_id: threadOf(context, issue, body),
	});
	return { data: { id, issue_id: issue.id } };
}

/**
 * Lets an AI agent answer. The reply has no `data`. What happens without `post_as_internal_note` is not documented;
 * stricter reading: no note is written.
 */
function createIssueAIResponse(context: RequestContext<BodyOf<'createIssueAIResponse'>>) {
	const { state } = context;
	const issue = pathIssue(context);
	const { ai_agent_id: agentId, post_as_internal_note: asNote = false } = context.body;
	needRecord(state.aiAgentIds, 'ai_agent_id', agentId, 'AI agent');
	const response_html = `<p>About "${issue.title}": please try it once more.</p>`;
	if (asNote) {
		addMessage(context, issue, {
			author: { user_id: state.tokenUserId },
			is_private: true,
			message_html: response_html,
			source: issue.source,
			file_urls: [],
			thread_id: defaultThread(context, issue.id, null).id,
		});
	}
	return { response_html, response_valid: true };
}

export const notes = { createIssueNote, createIssueAIResponse } satisfies Handlers;
