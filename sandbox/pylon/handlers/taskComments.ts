import type { BodyOf, Handlers, RequestContext } from '../context';
import { ApiError, notFound } from '../errors';
import { miniActor } from '../mini';
import { wholeList } from '../pagination';
import type { TaskCommentRecord } from '../records/work';
import type { State } from '../state';
import { needText } from './shared';
import { pathTask } from './tasks';

function present(state: State, { author_user_id, ...rest }: TaskCommentRecord) {
	return { ...rest, author: miniActor(state, author_user_id) };
}

/**
 * The comment that the path names. "An own task comment" only (openapi.yaml); with which status another's is refused is
 * not documented, 403 here.
 *
 * @throws ApiError 404 when there is none, 403 for a comment of another user
 */
function ownComment(context: RequestContext): TaskCommentRecord {
	const { state, params } = context;
	const task = pathTask(context);
	const comment = state.taskComments.get(params.comment_id);
	if (comment?.task_id !== task.id) throw notFound('Task comment');
	if (comment.author_user_id !== state.tokenUserId) {
		throw new ApiError(403, 'Only the author of a comment can change it', {
			code: 'permission_denied',
		});
	}
	return comment;
}

const textOf = ({ body_html }: BodyOf<'createTaskComment' | 'updateTaskComment'>): string =>
	needText('body_html', body_html);

export const taskComments = {
	/** "Oldest first" (openapi.yaml), and all of them. */
	getTaskComments: (context) => {
		const { state } = context;
		const { id } = pathTask(context);
		const found = state.taskComments.newestFirst().filter(({ task_id }) => task_id === id);
		return wholeList([...found].reverse().map((comment) => present(state, comment)));
	},
	createTaskComment: (context) => {
		const { state, timestamp } = context;
		const comment: TaskCommentRecord = {
			task_id: pathTask(context).id,
			author_user_id: state.tokenUserId,
			body_html: textOf(context.body),
			// Whether a comment without the flag is internal is not documented; here it is not.
			is_internal: context.body.is_internal ?? false,
			last_edited_at: null,
			id: state.newId('taskComment'),
			created_at: timestamp,
			updated_at: timestamp,
		};
		state.taskComments.set(comment.id, comment);
		return { data: present(state, comment) };
	},
	updateTaskComment: (context) => {
		const { state, timestamp } = context;
		const comment = {
			...ownComment(context),
			body_html: textOf(context.body),
			last_edited_at: timestamp,
			updated_at: timestamp,
		};
		state.taskComments.set(comment.id, comment);
		return { data: present(state, comment) };
	},
	deleteTaskComment: (context) => {
		context.state.taskComments.delete(ownComment(context).id);
		return {};
	},
} satisfies Handlers;
