import type { Operation } from '../operation';
import { customObjectId, customObjectType } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get custom object',
	description: 'Get one record of a custom object type',
	effect: 'reads',
	request: { method: 'GET', url: '/custom-objects/{customObjectType}/{customObjectId}' },
	fields: [customObjectType, customObjectId],
};
