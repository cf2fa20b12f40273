import { limit, returnAll } from '../../fields/paging';
import { accountId } from '../../fields/records';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Answered all at once (openapi.yaml, `getAccountRelationships`). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many account relationships',
	description: 'List the parents, partners, children and clients of an account',
	routing: {
		request: { method: 'GET', url: '/accounts/{accountId}/relationships' },
		send: { preSend: [listing({ pageSize: 0 })] },
	},
	fields: [accountId, returnAll, limit],
};
