import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { output } from '../../parameters/output/outputFields';
import { listing } from '../../run/operationPlan';
import type { Operation } from '../operation';

/** Pages: docs/pylon-api-notes.md#page-size */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tasks',
	description: 'List the tasks of the workspace',
	routing: {
		request: { method: 'GET', url: '/tasks' },
		send: { preSend: [listing()] },
	},
	fields: [returnAll, limit, ...output.task],
};
