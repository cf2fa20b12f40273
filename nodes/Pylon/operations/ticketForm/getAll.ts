import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many ticket forms',
	description: 'List the ticket forms that customers can fill in',
	effect: 'reads',
	request: { method: 'GET', url: '/ticket-forms' },
	list: {},
	fields: [returnAll, limit],
};
