import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';
import { taskId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get task',
	description: 'Get one task with its status, assignee and subtasks',
	effect: 'reads',
	request: { method: 'GET', url: '/tasks/{taskId}' },
	fields: [taskId, ...output.task],
};
