import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';

/** Pages: docs/pylon-api-notes.md#page-size */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tasks',
	description: 'List the tasks of the workspace',
	effect: 'reads',
	request: { method: 'GET', url: '/tasks' },
	list: {},
	fields: [returnAll, limit, ...output.task],
};
