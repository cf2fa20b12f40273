import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { output } from '../../parameters/output/outputFields';
import { listing } from '../../run/operationPlan';
import type { Operation } from '../operation';

/** Pages: notes on the API, section c (below 1000; the endpoint takes `cursor` and `limit`, section a, 22). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'List the contacts of the workspace',
	routing: {
		request: { method: 'GET', url: '/contacts' },
		send: { preSend: [listing({ pageSize: 999 })] },
	},
	fields: [returnAll, limit, ...output.contact],
};
