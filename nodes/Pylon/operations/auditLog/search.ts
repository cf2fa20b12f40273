import { FILTERABLE } from '../../parameters/filter/filterable';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { filterFields, filtering } from '../../parameters/filter/searchFields';
import type { Operation } from '../operation';

/** Pages: openapi.yaml, `SearchAuditLogsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search audit logs',
	description: 'Find audit log entries by action and time',
	effect: 'reads',
	request: { method: 'POST', url: '/audit-logs/search' },
	safeToRepeat: true,
	...filtering(FILTERABLE.auditLogs),
	list: {},
	fields: [returnAll, limit, ...filterFields],
};
