import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { listing } from '../../run/operationPlan';
import type { Operation } from '../operation';
import { taskId } from './fields';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many task comments',
	description: 'List the comments of a task, the oldest first',
	routing: {
		request: { method: 'GET', url: '/tasks/{taskId}/comments' },
		send: { preSend: [listing()] },
	},
	fields: [taskId, returnAll, limit],
};
