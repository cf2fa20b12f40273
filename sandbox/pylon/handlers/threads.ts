import type { Handlers, RequestContext } from '../context';
import { wholeList } from '../pagination';
import type { ThreadRecord } from '../records/conversation';
import { needText, pathIssue } from './shared';

/**
 * Opens an internal thread that exists in Pylon alone, with no channel behind it.
 *
 * @param context of the request; the thread is added to its state
 * @param issueId of the issue that is talked about
 * @param name null for a thread without one
 * @returns the stored thread
 */
export function openThread(
	{ state, timestamp }: RequestContext,
	issueId: string,
	name: string | null,
): ThreadRecord {
	const thread: ThreadRecord = {
		id: state.newId('thread'),
		issue_id: issueId,
		name,
		source: null,
		channel_id: null,
		thread_id: null,
		created_at: timestamp,
	};
	state.threads.set(thread.id, thread);
	return thread;
}

/**
 * Finds a thread for a note that names none: the issue's newest one that is in Slack, or a new one (openapi.yaml,
 * `createIssueNote`).
 *
 * @param context of the request
 * @param issueId of the issue that the note is about
 * @param name of the thread when a new one has to be opened; null for none
 * @returns the stored thread
 */
export function defaultThread(
	context: RequestContext,
	issueId: string,
	name: string | null,
): ThreadRecord {
	const inSlack = context.state.threads
		.newestFirst()
		.find((thread) => thread.issue_id === issueId && thread.source === 'slack');
	return inSlack ?? openThread(context, issueId, name);
}

function present({ id, issue_id, name, source, channel_id, thread_id }: ThreadRecord) {
	return { id, issue_id, name, source, channel_id, thread_id };
}

export const threads = {
	getIssueThreads: (context) => {
		const { id } = pathIssue(context);
		const found = context.state.threads.newestFirst().filter((thread) => thread.issue_id === id);
		return wholeList(found.map(present));
	},
	createIssueThread: (context) => {
		const { id } = pathIssue(context);
		const { name } = context.body ?? {};
		return {
			data: present(openThread(context, id, name === undefined ? null : needText('name', name))),
		};
	},
} satisfies Handlers;
