import type { Handlers } from '../context';
import { paginate } from '../pagination';
import { presentMessage } from '../present';
import { pathMessage } from './conversation';
import { pathIssue } from './shared';

export const messages = {
	/**
	 * Oldest first. Without limit and cursor every message is returned; cursor without limit pages by 100 (openapi.yaml,
	 * `getIssueMessages`).
	 */
	getIssueMessages: (context) => {
		const { state, operationId, pageFault } = context;
		const issue = pathIssue(context);
		const { cursor, limit } = context.query as { cursor?: string; limit?: number };
		return paginate(
			{
				store: state.messages,
				matches: (message) => message.issue_id === issue.id,
				cursor,
				limit: limit ?? (cursor ? 100 : Infinity),
				query: [operationId, issue.id],
				oldestFirst: true,
				fault: pageFault,
			},
			(message) => presentMessage(state, message),
		);
	},
	deleteMessage: (context) => {
		context.state.messages.delete(pathMessage(context, pathIssue(context)).id);
		return {};
	},
	/** "Irreversibly blank a message" (openapi.yaml); that its attachments go too is the stricter reading. */
	redactMessage: (context) => {
		const { state } = context;
		const message = {
			...pathMessage(context, pathIssue(context)),
			message_html: '',
			file_urls: [],
		};
		state.messages.set(message.id, message);
		return { data: presentMessage(state, message) };
	},
} satisfies Handlers;
