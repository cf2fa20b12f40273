import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';

/**
 * Fewer than 1000 on each page; takes `cursor` and `limit` although Pylon's document names neither
 * (docs/pylon-api-notes.md#page-size).
 */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'List the contacts of the workspace',
	effect: 'reads',
	request: { method: 'GET', url: '/contacts' },
	list: {},
	fields: [returnAll, limit, ...output.contact],
};
