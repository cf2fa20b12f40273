import type { Follower } from './conversation';
import type { StoredRecord } from '../stores/recordStore';

/** Shapes as stored. They use the API's names; where a reply embeds another record, its id is stored instead. */

export interface ExternalId {
	external_id: string;
	label?: string;
}

/**
 * A custom field's value as Pylon returns it: strings only, also for numbers and booleans, without the slug that it is
 * keyed by. A multi-select has an empty `value` beside its `values` (test/fixtures/recorded/issues-search.json).
 */
export interface CustomFieldValue {
	value: string;
	values?: readonly string[];
	/** The label beside the option's slug; seen in August 2026, not in October (openapi.yaml, `CustomFieldValue`). */
	interpreted_value?: string;
	interpreted_values?: readonly string[];
}

export type CustomFieldMap = Readonly<Record<string, CustomFieldValue>>;

export interface UserRecord extends StoredRecord {
	name: string;
	email: string | null;
	role_id: string;
	status: 'active' | 'away' | 'out_of_office';
	avatar_url: string | null;
	is_deactivated: boolean;
}

export interface RoleRecord extends StoredRecord {
	name: string;
	slug: string;
}

export interface TeamRecord extends StoredRecord {
	name: string;
	user_ids: readonly string[];
}

export interface TagRecord extends StoredRecord {
	object_type: string;
	value: string;
	hex_color: string | null;
}

export interface SelectOption {
	slug?: string;
	label?: string;
	ai_description?: string;
}

export interface CustomFieldRecord extends StoredRecord {
	object_type: string;
	slug: string;
	label: string;
	type: string;
	description: string | null;
	default_value: string | null;
	default_values: readonly string[] | null;
	is_read_only: boolean;
	source: string | null;
	options: readonly SelectOption[] | null;
	created_at: string;
	updated_at: string;
}

export interface AccountRecord extends StoredRecord {
	name: string;
	type: string;
	domains: readonly string[];
	primary_domain: string | null;
	external_ids: readonly ExternalId[];
	owner_id: string | null;
	tags: readonly string[];
	custom_fields: CustomFieldMap;
	channels: readonly Record<string, unknown>[];
	subaccount_ids: readonly string[];
	logo_url: string | null;
	is_disabled: boolean;
	/** Only of an account that a CRM knows. */
	crm_settings?: Readonly<{ details: ReadonlyArray<{ source: string; id: string }> }>;
	latest_customer_activity_time?: string;
	created_at: string;
	updated_at: string;
}

export interface ContactRecord extends StoredRecord {
	name: string;
	/** The primary address; one of `emails`, or null when there is none. */
	email: string | null;
	emails: readonly string[];
	account_id: string | null;
	external_ids: readonly ExternalId[];
	custom_fields: CustomFieldMap;
	phone_numbers: readonly string[];
	primary_phone_number: string | null;
	portal_role: 'no_access' | 'member' | 'admin';
	portal_role_id: string | null;
	avatar_url: string | null;
}

export interface IssueRecord extends StoredRecord {
	number: number;
	title: string;
	body_html: string;
	state: string;
	type: 'conversation' | 'ticket';
	source: string;
	account_id: string | null;
	/** A contact, or a user who opened it; null for what nobody asked for (source `manual`). */
	requester_id: string | null;
	assignee_id: string | null;
	team_id: string | null;
	tags: readonly string[];
	custom_fields: CustomFieldMap;
	attachment_urls: readonly string[];
	author_unverified: boolean;
	customer_portal_visible: boolean;
	created_at: string;
	updated_at: string;
	latest_message_time: string;
	/** Imported issues bring theirs; absent: none yet. */
	first_response_time?: string | null;
	first_response_breach_time?: string;
	resolution_breach_time?: string;
	/** Stays when the issue is opened again, as `resolution_time` does. */
	first_resolution_time?: string | null;
	/** Public messages of users; absent: none. */
	number_of_touches?: number;
	/** Seconds in the statuses that it has left, by slug; absent: it is in its first one. */
	time_in_status_seconds?: Readonly<Record<string, number>>;
	/** Since when it has its status, RFC 3339; absent: since it was created. */
	state_since?: string;
	slack?: Readonly<{ message_ts: string; channel_id: string; workspace_id: string }>;
	chat_widget_info?: Readonly<{ page_url: string }>;
	team_slas?: ReadonlyArray<Readonly<Record<string, unknown>>>;
	followers?: readonly Follower[];
	external_issues?: ReadonlyArray<{ external_id: string; link: string | null; source: string }>;
	/** Where an imported issue comes from. Replies do not show it. */
	external_refs?: Readonly<Record<string, string>>;
	resolution_time: string | null;
	snoozed_until_time: string | null;
}

export interface MessageRecord extends StoredRecord {
	issue_id: string;
	author: { user_id: string } | { contact_id: string };
	is_private: boolean;
	message_html: string;
	source: string;
	file_urls: readonly string[];
	email_info: Readonly<Record<string, unknown>> | null;
	/** Of a reply that was written elsewhere. Replies of the API do not show it. */
	custom_source?: Readonly<Record<string, unknown>>;
	thread_id: string | null;
	created_at: string;
}

export interface IssueStatusRecord {
	slug: string;
	label: string;
	category: string;
	is_default_status: boolean;
	is_archived: boolean;
}
