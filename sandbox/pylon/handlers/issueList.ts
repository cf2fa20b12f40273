import type { Handlers, RequestContext } from '../context';
import { badField } from '../errors';
import { paginate } from '../pagination';
import { presentIssue, workspaceEmail } from '../present';
import type { IssueRecord } from '../records';
import type { FilterNode } from '../records/filter';
import type { State } from '../state';
import { customFieldValues, searchPage } from './shared';

/** `GET /issues`: page size when limit is 0 or absent (openapi.yaml). */
const DEFAULT_LIMIT = 20_000;
const DAY_MS = 86_400_000;
/** The longest range of `updated_at` (docs/pylon-api-notes.md#updated-at-span). */
const MOST_UPDATED_DAYS = 30;

/**
 * `GET /issues`: issues that were created within a window. It could be 30 days long until July 2026, and 365 since;
 * which time of an issue counts, and whether the end belongs to the window, is not documented
 * (docs/pylon-api-notes.md#issues-period). Stricter readings, which the option `issueWindow` changes: 30 days, and the
 * end belongs to it, so that windows that share a bound overlap.
 */
function getIssues(context: RequestContext) {
	const { state, issueWindow, operationId } = context;
	const query = context.query as {
		start_time: string;
		end_time: string;
		cursor?: string;
		limit?: number;
	};
	const start = Date.parse(query.start_time);
	const end = Date.parse(query.end_time);
	if (end < start) throw badField('end_time', 'lies before start_time');
	if (end - start > issueWindow.maxDays * DAY_MS) {
		throw badField('end_time', `the window must not be longer than ${issueWindow.maxDays} days`);
	}
	return paginate(
		{
			store: state.issues,
			matches: ({ created_at }) => {
				const created = Date.parse(created_at);
				return created >= start && (issueWindow.endInclusive ? created <= end : created < end);
			},
			cursor: query.cursor,
			limit: query.limit || DEFAULT_LIMIT,
			query: [operationId, query.start_time, query.end_time],
			fault: context.pageFault,
		},
		(issue) => presentIssue(state, issue),
	);
}

const one = (value: string | null): readonly string[] => (value === null ? [] : [value]);

const followersOfType = ({ followers = [] }: IssueRecord, followerType: string) =>
	followers.filter(({ type }) => type === followerType).map(({ id }) => id);

/**
 * The values of an issue by filter field. Some fields have another name in the record
 * (docs/pylon-api-notes.md#search-filters).
 */
function valuesOf(state: State, issue: IssueRecord, field: string): readonly string[] {
	switch (field) {
		case 'created_at':
		case 'updated_at':
		case 'title':
		case 'body_html':
		case 'state':
			return [issue[field]];
		case 'account_id':
		case 'requester_id':
		case 'assignee_id':
		case 'team_id':
			return one(issue[field]);
		case 'tags':
			return issue.tags;
		case 'issue_type':
			return [issue.type];
		case 'resolved_at':
			return one(issue.resolution_time);
		case 'latest_message_activity_at':
			return [issue.latest_message_time];
		case 'customer_portal_visible':
			return [String(issue.customer_portal_visible)];
		case 'follower_user_id':
			return followersOfType(issue, 'user');
		case 'follower_contact_id':
			return followersOfType(issue, 'contact');
		// Not stored here, so never set.
		case 'ticket_form_id':
			return [];
		case 'slack_channel_id':
			return one(issue.slack?.channel_id ?? null);
		case 'workspace_email':
			return one(workspaceEmail(state, issue) ?? null);
		case 'issue_is_issue_group':
		case 'reopened':
			return ['false'];
		default:
			return customFieldValues(issue, field);
	}
}

/**
 * Refuses what Pylon refused in June 2026, and may still refuse. Its words were not recorded.
 *
 * @throws ApiError 400 for a range of `updated_at` that is too long, anywhere in the filter
 */
function checkUpdatedSpan(node: FilterNode | undefined): void {
	for (const part of node?.subfilters ?? []) checkUpdatedSpan(part);
	if (node?.field !== 'updated_at' || node.operator !== 'time_range') return;
	const [start, end] = (node.values ?? []).map((value) => Date.parse(value));
	if (end - start > MOST_UPDATED_DAYS * DAY_MS)
		throw badField(
			'filter.updated_at',
			`the range must not be longer than ${MOST_UPDATED_DAYS} days`,
		);
}

const searchedIn = (state: State) => ({
	objectType: 'issue',
	valuesOf: (issue: IssueRecord, field: string) => valuesOf(state, issue, field),
	textsOf: (issue: IssueRecord) => [issue.title, issue.body_html],
});

export const issueList = {
	getIssues,
	searchIssues: (context) => {
		const { state, body } = context;
		checkUpdatedSpan(body?.filter as FilterNode | undefined);
		return searchPage(context, state.issues, searchedIn(state), (issue) =>
			presentIssue(state, issue),
		);
	},
} satisfies Handlers;
