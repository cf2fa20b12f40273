import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

/** Pages: docs/pylon-api-notes.md#page-size */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many audit logs',
	description: 'List who changed what in the workspace, and when',
	effect: 'reads',
	request: { method: 'GET', url: '/audit-logs' },
	list: {},
	fields: [returnAll, limit],
};
