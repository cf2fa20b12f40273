import { limit, returnAll } from '../../fields/paging';
import { simplify } from '../../fields/simplify';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Pages: notes on the API, section c. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many accounts',
	description: 'List the accounts of the workspace',
	routing: {
		request: { method: 'GET', url: '/accounts' },
		send: { preSend: [listing({ pageSize: 999 })] },
	},
	fields: [returnAll, limit, simplify.account],
};
