import type { Operation } from '../operation';
import { customFieldId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get custom field',
	description: 'Get one custom field: its type, slug and options',
	effect: 'reads',
	request: { method: 'GET', url: '/custom-fields/{customFieldId}' },
	fields: [customFieldId],
};
