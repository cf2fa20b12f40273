import { limit, returnAll } from '../../fields/paging';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many ticket forms',
	description: 'List the ticket forms that customers can fill in',
	routing: {
		request: { method: 'GET', url: '/ticket-forms' },
		send: { preSend: [listing({ pageSize: 0 })] },
	},
	fields: [returnAll, limit],
};
