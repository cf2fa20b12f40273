import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { output } from '../../parameters/output/outputFields';
import { listing } from '../../run/operationPlan';
import type { Operation } from '../operation';

/** Pages: docs/pylon-api-notes.md#page-size */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many accounts',
	description: 'List the accounts of the workspace',
	routing: {
		request: { method: 'GET', url: '/accounts' },
		send: { preSend: [listing()] },
	},
	fields: [returnAll, limit, ...output.account],
};
