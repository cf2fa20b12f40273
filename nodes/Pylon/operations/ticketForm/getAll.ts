import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { listing } from '../../run/operationPlan';
import type { Operation } from '../operation';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many ticket forms',
	description: 'List the ticket forms that customers can fill in',
	routing: {
		request: { method: 'GET', url: '/ticket-forms' },
		send: { preSend: [listing()] },
	},
	fields: [returnAll, limit],
};
