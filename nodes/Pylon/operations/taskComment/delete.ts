import type { Operation } from '../operation';
import { taskCommentId, taskId } from './fields';

export const deleteTaskComment: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete task comment',
	description: 'Delete a comment by the user of the API token. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/tasks/{taskId}/comments/{taskCommentId}' },
	fields: [taskId, taskCommentId],
};
