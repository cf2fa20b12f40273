import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { listing } from '../../run/operationPlan';
import type { Operation } from '../operation';

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
