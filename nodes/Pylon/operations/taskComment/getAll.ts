import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';
import { taskId } from './fields';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many task comments',
	description: 'List the comments of a task, oldest first',
	effect: 'reads',
	request: { method: 'GET', url: '/tasks/{taskId}/comments' },
	list: {},
	fields: [taskId, returnAll, limit],
};
