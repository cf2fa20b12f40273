import { account } from '../../records/account';
import { contact } from '../../records/contact';
import { COMMON_VALUES, type FieldValues } from './fieldValues';

/** What a search can filter by: built-in fields with their operators, and whether custom fields can be used too. */
export interface Filterable {
	fields: Record<string, readonly string[]>;
	/**
	 * Fields that a search has had since autumn 2026 and whose operators are not documented
	 * (docs/pylon-api-notes.md#late-filter-fields): JSON may use them with any operator, and conditions do not offer them.
	 */
	lateFields?: readonly string[];
	/** The choices for a field where they differ from `COMMON_VALUES`. */
	values?: Partial<Record<string, FieldValues>>;
	/** The kind of record whose custom fields can be used, as `GET /custom-fields` names it; `any` when they cannot be looked up. */
	customFieldsOf?: 'issue' | 'account' | 'contact' | 'task' | 'project' | 'any';
}

const MATCH = ['equals', 'in', 'not_in'] as const;
const MATCH_OR_SET = [...MATCH, 'is_set', 'is_unset'] as const;
const MEMBERS = ['contains', 'does_not_contain', 'in', 'not_in'] as const;
const TEXT = ['string_contains', 'string_does_not_contain'] as const;
const TIME = ['time_is_after', 'time_is_before', 'time_range'] as const;

/** What each search can filter by, as in openapi.yaml (`x-filterable-fields`); a test compares the two. */
export const FILTERABLE = {
	accounts: {
		customFieldsOf: 'account',
		values: {
			id: { of: 'records', kind: account },
			tags: { of: 'tags', objectType: 'account' },
		},
		fields: {
			id: MATCH,
			domains: MEMBERS,
			tags: MEMBERS,
			name: [...MATCH, 'string_contains'],
			external_ids: MATCH_OR_SET,
			owner_id: MATCH_OR_SET,
		},
	},
	auditLogs: {
		fields: { action: [...MATCH, ...TEXT], action_happened_at: TIME },
	},
	callRecordings: {
		fields: {
			account_id: MATCH_OR_SET,
			source: MATCH,
			title: ['equals', 'string_contains'],
			start_time: TIME,
		},
	},
	contacts: {
		customFieldsOf: 'contact',
		values: { id: { of: 'records', kind: contact } },
		fields: {
			id: MATCH,
			email: [...MATCH, 'string_contains'],
			name: [...MATCH, 'string_contains'],
			account_id: MATCH,
		},
	},
	customObjects: {
		customFieldsOf: 'any',
		fields: { name: [...MATCH, ...TEXT, 'is_set', 'is_unset'], created_at: TIME, updated_at: TIME },
	},
	issues: {
		customFieldsOf: 'issue',
		values: { tags: { of: 'tags', objectType: 'issue' } },
		lateFields: [
			'customer_portal_visible',
			'issue_ai_agent_has_resolved',
			'issue_ai_agent_id',
			'issue_in_current_state_duration',
			'issue_is_issue_group',
			'reopened',
			'solved_at',
			'workspace_email',
		],
		fields: {
			created_at: TIME,
			account_id: MATCH_OR_SET,
			ticket_form_id: MATCH_OR_SET,
			requester_id: MATCH_OR_SET,
			follower_user_id: MATCH,
			follower_contact_id: MATCH,
			state: MATCH,
			tags: MEMBERS,
			title: TEXT,
			body_html: TEXT,
			assignee_id: MATCH_OR_SET,
			team_id: MATCH,
			issue_type: MATCH_OR_SET,
			resolved_at: TIME,
			latest_message_activity_at: TIME,
			updated_at: TIME,
			slack_channel_id: MATCH,
		},
	},
	projects: {
		customFieldsOf: 'project',
		fields: {
			account_id: [...MATCH, 'is_set'],
			status: MATCH,
			owner_id: MATCH_OR_SET,
			is_archived: ['equals'],
			created_at: TIME,
			updated_at: TIME,
		},
	},
	surveys: { fields: { updated_at: TIME } },
	tasks: {
		customFieldsOf: 'task',
		fields: {
			account_id: [...MATCH, 'is_set'],
			project_id: MATCH_OR_SET,
			status: MATCH,
			assignee_id: [...MATCH, 'is_set'],
			milestone_id: [...MATCH, 'is_set'],
			created_at: TIME,
			due_date: [...TIME, 'is_set'],
			updated_at: TIME,
		},
	},
	users: { fields: { email: MATCH } },
} as const satisfies Record<string, Filterable>;

/**
 * @param filterable what the search can filter by
 * @param field the field's API name
 * @returns the choices for a built-in field; undefined for others, and for those that take any text or time
 */
export const valuesOf = (filterable: Filterable, field: string): FieldValues | undefined =>
	Object.hasOwn(filterable.fields, field)
		? (filterable.values?.[field] ?? COMMON_VALUES[field])
		: undefined;
