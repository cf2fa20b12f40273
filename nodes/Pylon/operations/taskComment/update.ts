import { message } from '../../parameters/message/messageFields';
import type { Operation } from '../operation';
import { taskCommentId, taskId } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update task comment',
	description:
		'Replace the text of a comment. This works only for comments by the user of the API token.',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/tasks/{taskId}/comments/{taskCommentId}' },
	fields: [taskId, taskCommentId, ...message],
};
