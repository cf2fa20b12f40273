import { simplify } from '../../fields/simplify';
import type { Operation } from '../resource';
import { taskId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get task',
	description: 'Read one task with its status, assignee and subtasks',
	routing: { request: { method: 'GET', url: '/tasks/{taskId}' } },
	fields: [taskId, simplify.task],
};
