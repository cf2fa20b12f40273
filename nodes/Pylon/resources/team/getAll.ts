import { limit, returnAll } from '../../fields/paging';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Comes whole (notes on the API, section c). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many teams',
	description: 'List the teams of the workspace with their members',
	routing: {
		request: { method: 'GET', url: '/teams' },
		send: { preSend: [listing({ pageSize: 0 })] },
	},
	fields: [returnAll, limit],
};
