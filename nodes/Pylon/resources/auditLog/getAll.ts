import { limit, returnAll } from '../../fields/paging';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Pages: notes on the API, section c. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many audit logs',
	description: 'List who changed what in the workspace, the newest first',
	routing: {
		request: { method: 'GET', url: '/audit-logs' },
		send: { preSend: [listing({ pageSize: 999 })] },
	},
	fields: [returnAll, limit],
};
