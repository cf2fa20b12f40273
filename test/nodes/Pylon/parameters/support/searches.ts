import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { FILTERABLE } from '../../../../../nodes/Pylon/parameters/filter/filterable';
import { seedIds } from '../../../../../sandbox/pylon/seed/ids';

const { accounts, callRecordings, customObjects, projects, surveys, tasks, users } = seedIds;

const from = '2020-01-01T00:00:00Z';

interface Search {
	resource: string;
	/** Conditions without the field's code; `custom` is the type of a custom field. */
	conditions: Array<INodeParameters & { field: string; custom?: string }>;
	/** Conditions as Pylon gets them. */
	sent: IDataObject[];
	/** Values of one field of what comes out. */
	found: [field: string, values: unknown[]];
	more?: INodeParameters;
}

/** Two conditions each, one of a custom field where there are some; either alone would find something else. */
export const searches: Record<keyof typeof FILTERABLE, Search> = {
	accounts: {
		resource: 'account',
		conditions: [
			{ field: 'tags', operator: 'contains', value: 'trial' },
			{ field: 'plan', custom: 'select', operator: 'in', value: 'team, enterprise' },
		],
		sent: [
			{ field: 'tags', operator: 'contains', value: 'trial' },
			{ field: 'plan', operator: 'in', values: ['team', 'enterprise'] },
		],
		found: ['id', [accounts.initech]],
	},
	auditLogs: {
		resource: 'auditLog',
		conditions: [
			{ field: 'action', operator: 'string_contains', value: 'user' },
			{ field: 'action_happened_at', operator: 'time_is_after', date: from },
		],
		sent: [
			{ field: 'action', operator: 'string_contains', value: 'user' },
			{ field: 'action_happened_at', operator: 'time_is_after', value: from },
		],
		found: ['object_id', [users.rosa]],
	},
	callRecordings: {
		resource: 'callRecording',
		conditions: [
			{ field: 'account_id', operator: 'is_set' },
			{ field: 'title', operator: 'string_contains', value: 'kick-off' },
		],
		sent: [
			{ field: 'account_id', operator: 'is_set' },
			{ field: 'title', operator: 'string_contains', value: 'kick-off' },
		],
		found: ['id', [callRecordings.initech]],
	},
	contacts: {
		resource: 'contact',
		conditions: [
			{ field: 'account_id', operator: 'equals', value: accounts.globex },
			{ field: 'department', custom: 'select', operator: 'is_unset' },
		],
		sent: [
			{ field: 'account_id', operator: 'equals', value: accounts.globex },
			{ field: 'department', operator: 'is_unset' },
		],
		found: ['name', ['Elena Fischer']],
	},
	customObjects: {
		resource: 'customObject',
		more: { customObjectType: 'subscription' },
		conditions: [
			{ field: 'name', operator: 'string_contains', value: 'e' },
			{ field: 'bySlug', slug: 'plan', operator: 'equals', value: 'yearly' },
		],
		sent: [
			{ field: 'name', operator: 'string_contains', value: 'e' },
			{ field: 'plan', operator: 'equals', value: 'yearly' },
		],
		found: ['id', [customObjects.globex]],
	},
	issues: {
		resource: 'issue',
		conditions: [
			{ field: 'state', operator: 'not_in', value: ['closed', 'new'] as unknown as string },
			{ field: 'product_area', custom: 'select', operator: 'equals', value: 'billing' },
		],
		sent: [
			{ field: 'state', operator: 'not_in', values: ['closed', 'new'] },
			{ field: 'product_area', operator: 'equals', value: 'billing' },
		],
		found: ['number', [102, 95]],
	},
	projects: {
		resource: 'project',
		conditions: [
			{ field: 'is_archived', operator: 'equals', value: 'false' },
			{ field: 'phase', custom: 'select', operator: 'is_set' },
		],
		sent: [
			{ field: 'is_archived', operator: 'equals', value: 'false' },
			{ field: 'phase', operator: 'is_set' },
		],
		found: ['id', [projects.globex]],
	},
	surveys: {
		resource: 'survey',
		conditions: [
			{ field: 'updated_at', operator: 'time_range', from, to: '2100-01-01T00:00:00Z' },
			{ field: 'updated_at', operator: 'in_the_last', amount: 50, unit: 'days' },
		],
		sent: [
			{ field: 'updated_at', operator: 'time_range', values: [from, '2100-01-01T00:00:00Z'] },
			{ field: 'updated_at', operator: 'time_is_after', value: expect.any(String) },
		],
		found: ['id', [surveys.csat]],
	},
	tasks: {
		resource: 'task',
		conditions: [
			{ field: 'due_date', operator: 'in_the_next', amount: 1, unit: 'weeks' },
			{ field: 'effort', custom: 'select', operator: 'not_equals', value: 'small' },
		],
		sent: [
			{
				field: 'due_date',
				operator: 'time_range',
				values: [expect.any(String), expect.any(String)],
			},
			{ field: 'effort', operator: 'not_equals', value: 'small' },
		],
		found: ['id', [tasks.import]],
	},
	users: {
		resource: 'user',
		conditions: [
			{ field: 'email', operator: 'in', value: 'omar@northwind.example, nora@northwind.example' },
			{ field: 'email', operator: 'not_in', value: 'nora@northwind.example' },
		],
		sent: [
			{
				field: 'email',
				operator: 'in',
				values: ['omar@northwind.example', 'nora@northwind.example'],
			},
			{ field: 'email', operator: 'not_in', values: ['nora@northwind.example'] },
		],
		found: ['id', [users.omar]],
	},
};
