import type { Operation } from '../operation';
import { customFieldId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get custom field',
	description: 'Read the definition of one custom field: its type, its slug and its options',
	effect: 'reads',
	request: { method: 'GET', url: '/custom-fields/{customFieldId}' },
	fields: [customFieldId],
};
