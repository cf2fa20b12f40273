import { limit, returnAll } from '../../fields/paging';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Comes whole (notes on the API, section c). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tags',
	description: 'List the tags of issues, accounts and articles',
	routing: {
		request: { method: 'GET', url: '/tags' },
		send: { preSend: [listing({ pageSize: 0 })] },
	},
	fields: [returnAll, limit],
};
