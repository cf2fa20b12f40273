import type { CustomFieldMap } from '.';
import type { StoredRecord } from '../stores/recordStore';

/** What hangs on an account, and what a workspace gathers about its customers. Names as in records.ts. */

export interface HighlightRecord extends StoredRecord {
	account_id: string;
	contact_id: string | null;
	content_html: string;
	expires_at: string | null;
	created_at: string;
	updated_at: string;
}

export interface RelationshipRecord extends StoredRecord {
	child_account_id: string;
	/** The parent or the partner. */
	parent_account_id: string;
	relationship_type: 'parent_account' | 'partner_account';
	created_at: string;
	updated_at: string;
}

export interface ActivityTypeRecord extends StoredRecord {
	slug: string;
	label: string;
	icon_url: string | null;
}

export interface ActivityRecord extends StoredRecord {
	account_id: string;
	slug: string;
	body_html: string | null;
	contact_id: string | null;
	user_id: string | null;
	happened_at: string;
	link: string | null;
	link_text: string | null;
}

/** An attachment; one of an account when it has an `account_id`. */
export interface FileRecord extends StoredRecord {
	name: string;
	description: string | null;
	account_id: string | null;
	type: string;
	content: Uint8Array;
	/** Where it was taken from, when it was not uploaded. */
	source_url: string | null;
}

export interface CallRecordingRecord extends StoredRecord {
	title: string;
	source: string;
	account_id: string | null;
	calendar_event_id: string | null;
	external_id: string | null;
	custom_fields: CustomFieldMap;
	duration_ms: number;
	start_time: string;
	end_time: string;
	participant_emails: readonly string[];
	summary: string | null;
	url: string | null;
	created_at: string;
	updated_at: string;
}

export interface AuditLogRecord extends StoredRecord {
	action: string;
	action_happened_at: string;
	actor_contact_id: string | null;
	actor_user_id: string | null;
	attributes: Readonly<Record<string, string>>;
	link: string;
	metadata: Readonly<Record<string, unknown>> | null;
	object_id: string;
	object_type: string;
	source: string;
	created_at: string;
}

export interface SurveyRecord extends StoredRecord {
	name: string;
	type: 'nps' | 'csat' | 'custom';
	updated_at: string;
}

export interface SurveyResponseRecord extends StoredRecord {
	survey_id: string;
	account_id: string | null;
	contact_id: string | null;
	answers: ReadonlyArray<{ prompt: string; question_type: 'score' | 'comment'; value: string }>;
	submitted_at: string;
}
