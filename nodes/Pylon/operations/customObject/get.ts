import type { Operation } from '../operation';
import { customObjectId, customObjectType } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get custom object',
	description: 'Read one record of a type that your workspace has defined',
	effect: 'reads',
	request: { method: 'GET', url: '/custom-objects/{customObjectType}/{customObjectId}' },
	fields: [customObjectType, customObjectId],
};
