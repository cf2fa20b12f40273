import type { CustomFieldMap } from '.';
import type { StoredRecord } from '../stores/recordStore';

/** Shapes of what is planned with customers: projects, their milestones and tasks, feature requests. */

export interface ProjectTemplateRecord extends StoredRecord {
	name: string;
}

export interface ProjectRecord extends StoredRecord {
	name: string;
	account_id: string;
	description_html: string | null;
	owner_id: string | null;
	project_template_id: string | null;
	customer_portal_visible: boolean;
	start_date: string | null;
	end_date: string | null;
	/** Null as long as the project is not archived. */
	archived_at: string | null;
	custom_fields: CustomFieldMap;
	created_at: string;
	updated_at: string;
}

export interface MilestoneRecord extends StoredRecord {
	name: string;
	project_id: string;
	account_id: string | null;
	due_date: string | null;
	created_at: string;
	updated_at: string;
}

export interface TaskRecord extends StoredRecord {
	title: string;
	body_html: string | null;
	status: 'not_started' | 'in_progress' | 'completed';
	account_id: string | null;
	/** A user or a contact. */
	assignee_id: string | null;
	project_id: string | null;
	milestone_id: string | null;
	parent_task_id: string | null;
	customer_portal_visible: boolean;
	due_date: string | null;
	custom_fields: CustomFieldMap;
	created_at: string;
	updated_at: string;
}

export interface TaskCommentRecord extends StoredRecord {
	task_id: string;
	author_user_id: string;
	body_html: string;
	is_internal: boolean;
	last_edited_at: string | null;
	created_at: string;
	updated_at: string;
}

export interface FeatureRequestEvidence {
	account_id: string | null;
	external_url: string | null;
	source_id: string | null;
	source_type: 'issue' | 'call_recording' | 'survey_response' | 'manual';
	summary: string | null;
}

export interface FeatureRequestRecord extends StoredRecord {
	title: string;
	description: string | null;
	request_status: string;
	custom_fields: CustomFieldMap;
	evidence: readonly FeatureRequestEvidence[];
	portal_visible_to_account_ids: readonly string[];
	created_at: string;
	updated_at: string;
}
