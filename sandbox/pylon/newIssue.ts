import type { IssueRecord } from './records';
import { firstStatus, type State } from './state';

/**
 * Stores an issue with the next number. What is not given is as of a plain email conversation in its first status.
 *
 * @param state the issue is added to it
 * @param issue what is given; `created_at` is RFC 3339, and the other times default to it. A `number` that is given
 * leaves the next one as it is
 * @returns the stored issue
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
