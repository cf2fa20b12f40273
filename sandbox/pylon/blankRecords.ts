import type { AccountRecord, ContactRecord, CustomFieldRecord } from './records';
import type { ProjectRecord, TaskRecord } from './records/work';

/**
 * @param timestamp when it is created, RFC3339
 * @returns an account of a customer with nothing in it, still without ID and name
 */
export const blankAccount = (timestamp: string): AccountRecord => ({
	id: '',
	name: '',
	type: 'customer',
	domains: [],
	primary_domain: null,
	external_ids: [],
	owner_id: null,
	tags: [],
	custom_fields: {},
	channels: [],
	subaccount_ids: [],
	logo_url: null,
	is_disabled: false,
	created_at: timestamp,
	updated_at: timestamp,
});

/** @returns a contact with nothing in it, still without ID and name */
export const blankContact = (): ContactRecord => ({
	id: '',
	name: '',
	email: null,
	emails: [],
	account_id: null,
	external_ids: [],
	custom_fields: {},
	phone_numbers: [],
	primary_phone_number: null,
	portal_role: 'no_access',
	portal_role_id: null,
	avatar_url: null,
});

/**
 * @param timestamp when it is created, RFC3339
 * @returns the definition of a custom field with nothing in it, still without ID and name
 */
export const blankCustomField = (timestamp: string): CustomFieldRecord => ({
	id: '',
	object_type: '',
	slug: '',
	label: '',
	type: 'text',
	description: null,
	default_value: null,
	default_values: null,
	is_read_only: false,
	source: null,
	options: null,
	created_at: timestamp,
	updated_at: timestamp,
});

/**
 * @param timestamp when it is created, RFC3339
 * @returns a project with nothing in it, still without ID and name
 */
export const blankProject = (timestamp: string): ProjectRecord => ({
	id: '',
	name: '',
	account_id: '',
	description_html: null,
	owner_id: null,
	project_template_id: null,
	customer_portal_visible: false,
	start_date: null,
	end_date: null,
	archived_at: null,
	custom_fields: {},
	created_at: timestamp,
	updated_at: timestamp,
});

/**
 * @param timestamp when it is created, RFC3339
 * @returns a task with nothing in it, still without ID and name
 */
export const blankTask = (timestamp: string): TaskRecord => ({
	id: '',
	title: '',
	body_html: null,
	status: 'not_started',
	account_id: null,
	assignee_id: null,
	project_id: null,
	milestone_id: null,
	parent_task_id: null,
	customer_portal_visible: false,
	due_date: null,
	custom_fields: {},
	created_at: timestamp,
	updated_at: timestamp,
});
