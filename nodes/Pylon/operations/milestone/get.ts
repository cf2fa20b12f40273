import type { Operation } from '../operation';
import { milestoneId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get milestone',
	description: 'Get one milestone with its project and due date',
	effect: 'reads',
	request: { method: 'GET', url: '/milestones/{milestoneId}' },
	fields: [milestoneId],
};
