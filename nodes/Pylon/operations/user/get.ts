import type { Operation } from '../operation';
import { userId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get user',
	description: 'Get one user (agent) with role, email addresses and availability',
	effect: 'reads',
	request: { method: 'GET', url: '/users/{userId}' },
	fields: [userId],
};
