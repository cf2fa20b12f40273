import type { Handlers } from '../context';
import type { AuditLogRecord } from '../records/account';
import { listPage, searchPage } from './shared';

const searched = {
	objectType: 'audit_log',
	valuesOf: (log: AuditLogRecord, field: string) =>
		field === 'action' ? [log.action] : [log.action_happened_at],
	textsOf: () => [],
};

export const auditLogs = {
	getAuditLogs: (context) => listPage(context, context.state.auditLogs, (log) => ({ ...log })),
	searchAuditLogs: (context) =>
		searchPage(context, context.state.auditLogs, searched, (log) => ({ ...log })),
} satisfies Handlers;
