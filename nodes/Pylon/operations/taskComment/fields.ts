import { picker } from '../../parameters/record/recordField';
import { task } from '../../records/task';
import { taskComment } from '../../records/taskComment';

export const taskId = picker('Task', 'taskId', 'The task that the comment belongs to', task);

export const taskCommentId = picker(
	'Task Comment',
	'taskCommentId',
	'The comment to work with',
	taskComment,
);
