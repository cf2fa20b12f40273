import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';

/** Its pages: docs/pylon-api-notes.md#page-size */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many accounts',
	description: 'List the accounts of the workspace',
	effect: 'reads',
	request: { method: 'GET', url: '/accounts' },
	list: {},
	fields: [returnAll, limit, ...output.account],
};
