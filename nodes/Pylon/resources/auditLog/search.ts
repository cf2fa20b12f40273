import { FILTERABLE } from '../../fields/filterable';
import { limit, returnAll } from '../../fields/paging';
import { filterFields } from '../../fields/search';
import { filtering } from '../../steps/filter';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Pages: openapi.yaml, `SearchAuditLogsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search audit logs',
	description: 'Find entries of the audit log by action and time',
	routing: {
		request: { method: 'POST', url: '/audit-logs/search' },
		send: { preSend: [...filtering(FILTERABLE.auditLogs), listing({ pageSize: 999 })] },
	},
	fields: [returnAll, limit, ...filterFields],
};
