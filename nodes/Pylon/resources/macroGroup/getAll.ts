import { limit, returnAll } from '../../fields/paging';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Comes whole (notes on the API, section c). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many macro groups',
	description: 'List the folders that macros are kept in',
	routing: {
		request: { method: 'GET', url: '/macro-groups' },
		send: { preSend: [listing({ pageSize: 0 })] },
	},
	fields: [returnAll, limit],
};
