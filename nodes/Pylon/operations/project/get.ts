import type { Operation } from '../operation';
import { projectId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get project',
	description: 'Get one project with its dates, owner and custom fields',
	effect: 'reads',
	request: { method: 'GET', url: '/projects/{projectId}' },
	fields: [projectId],
};
