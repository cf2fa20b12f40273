import { blankCustomField } from '../blankRecords';
import type { CustomFieldRecord, SelectOption } from '../records';
import type { State } from '../state';

type Definition = [slug: string, label: string, type: string, options?: string[]];

/**
 * For each object type fields of the common types. Fields that are synced from elsewhere are read-only; some of them
 * have dots in their slugs.
 */
const DEFINITIONS: Record<string, Definition[]> = {
	issue: [
		['priority', 'Priority', 'select', ['urgent', 'high', 'medium', 'low']],
		['root_cause', 'Root cause', 'text'],
		['affected_seats', 'Affected seats', 'number'],
		['is_regression', 'Regression', 'boolean'],
		['promised_on', 'Promised on', 'date'],
		['product_area', 'Product area', 'select', ['billing', 'login', 'reports', 'api']],
		['platforms', 'Platforms', 'multiselect', ['web', 'ios', 'android']],
		['engineer', 'Engineer', 'user'],
		['crm_deal', 'CRM deal', 'text'],
		['chat_widget.os', 'Operating system', 'text'],
	],
	account: [
		['notes', 'Notes', 'text'],
		['seats', 'Seats', 'number'],
		['is_strategic', 'Strategic', 'boolean'],
		['renewal_date', 'Renewal date', 'date'],
		['plan', 'Plan', 'select', ['free', 'team', 'enterprise']],
		['products', 'Products', 'multiselect', ['desk', 'portal', 'insights']],
		['success_manager', 'Success manager', 'user'],
		['crm_stage', 'CRM stage', 'text'],
		['account.hubspot.tier', 'HubSpot: tier', 'text'],
		['calendar.last_meeting_date', 'Last meeting', 'date'],
	],
	contact: [
		['job_title', 'Job title', 'text'],
		['trainings', 'Trainings', 'number'],
		['is_champion', 'Champion', 'boolean'],
		['met_on', 'Met on', 'date'],
		['department', 'Department', 'select', ['it', 'finance', 'operations']],
		['interests', 'Interests', 'multiselect', ['beta', 'newsletter', 'webinars']],
		['relationship_owner', 'Relationship owner', 'user'],
		['crm_score', 'CRM score', 'text'],
	],
	meeting: [
		['outcome', 'Outcome', 'text'],
		['topics', 'Topics', 'multiselect', ['renewal', 'training', 'outage']],
	],
};

const labelOf = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1);

const optionsOf = (slugs: string[]): SelectOption[] =>
	slugs.map((slug) => ({ slug, label: labelOf(slug) }));

/** Where a field is synced from: HubSpot, unless the part in front of the slug's first dot names another source. */
const sourceOf = (slug: string) =>
	slug.includes('.') && !slug.includes('hubspot') ? slug.split('.')[0] : 'hubspot';

/**
 * Stores one definition. Fields whose slug begins with `crm_` or holds a dot are read-only, as if they were synced.
 *
 * @param state the definition is added to it
 * @param object_type whose records have the field, e.g. `issue`
 * @param definition slug, label, type and, of a select, the slugs of its options
 * @param timestamp when it was created, RFC 3339
 */
export function storeCustomField(
	state: State,
	object_type: string,
	[slug, label, type, options]: Definition,
	timestamp: string,
): void {
	const is_read_only = /^crm_|\./.test(slug);
	const field: CustomFieldRecord = {
		...blankCustomField(timestamp),
		id: state.newId('customField'),
		object_type,
		slug,
		label,
		type,
		is_read_only,
		source: is_read_only ? sourceOf(slug) : null,
		options: options ? optionsOf(options) : null,
	};
	state.customFields.set(field.id, field);
}

/**
 * Stores the custom field definitions of issues, accounts, contacts and meetings.
 *
 * @param state the definitions are added to it
 * @param timestamp when they were created, RFC 3339
 */
export function seedCustomFields(state: State, timestamp: string): void {
	for (const [object_type, definitions] of Object.entries(DEFINITIONS)) {
		for (const definition of definitions)
			storeCustomField(state, object_type, definition, timestamp);
	}
}
