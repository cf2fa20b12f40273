import type { IssueRecord } from './records';
import { firstStatus, type State } from './state';

/**
 * Stores an issue: with what is given, the rest as of a plain email conversation in its first status, with the next
 * number. `created_at` is RFC3339; the other times default to it.
 */
export function newIssue(
	state: State,
	issue: Partial<IssueRecord> & Pick<IssueRecord, 'title' | 'created_at'>,
): IssueRecord {
	const { created_at, title } = issue;
	const record: IssueRecord = {
		id: state.newId('issue'),
		number: issue.number ?? state.nextIssueNumber++,
		body_html: `<p>${title}</p>`,
		state: firstStatus(state),
		type: 'conversation',
		source: 'email',
		account_id: null,
		requester_id: null,
		assignee_id: null,
		team_id: null,
		tags: [],
		custom_fields: {},
		attachment_urls: [],
		author_unverified: false,
		customer_portal_visible: false,
		updated_at: created_at,
		latest_message_time: created_at,
		resolution_time: null,
		snoozed_until_time: null,
		...issue,
	};
	state.issues.set(record.id, record);
	return record;
}
