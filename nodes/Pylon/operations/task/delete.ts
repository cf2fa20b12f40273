import type { Operation } from '../operation';
import { taskId } from './fields';

export const deleteTask: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete task',
	description: 'Delete a task. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/tasks/{taskId}' },
	fields: [taskId],
};
