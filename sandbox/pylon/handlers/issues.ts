import type { BodyOf, Handlers, RequestContext } from '../context';
import { writeCustomFields } from '../customFields';
import { defined } from '../defined';
import { badField } from '../errors';
import { wholeList } from '../pagination';
import { presentIssue } from '../present';
import type { IssueRecord } from '../records';
import { addIssue } from './issueCreate';
import { idOrCleared, needText, pathIssue } from './shared';

/**
 * The properties that a change of status brings. The time of the resolution stays when an issue is opened again:
 * recorded ones that are open have one (test/fixtures/recorded/issues-search.json).
 *
 * @throws ApiError 400 for a status that is unknown or archived
 */
function statusChange(
	{ state, timestamp }: RequestContext,
	current: IssueRecord,
	status: string | undefined,
): Partial<IssueRecord> {
	if (status === undefined) return {};
	const definition = state.issueStatuses.find(
		(entry) => entry.slug === status && !entry.is_archived,
	);
	if (!definition) throw badField('state', `no status "${status}"`);
	if (status === current.state) return {};
	const left = current.time_in_status_seconds ?? {};
	const since = Date.parse(current.state_since ?? current.created_at);
	const seconds = Math.max(0, Math.round((Date.parse(timestamp) - since) / 1000));
	const resolved = {
		resolution_time: timestamp,
		first_resolution_time: current.first_resolution_time ?? timestamp,
	};
	return {
		state: status,
		state_since: timestamp,
		time_in_status_seconds: { ...left, [current.state]: (left[current.state] ?? 0) + seconds },
		...(definition.category === 'closed' ? resolved : {}),
	};
}

function changesOf(
	context: RequestContext<BodyOf<'updateIssue'>>,
	current: IssueRecord,
): Partial<IssueRecord> {
	const { state } = context;
	const { body } = context;
	if (
		body.requester_id !== undefined &&
		body.requestor_id !== undefined &&
		body.requester_id !== body.requestor_id
	) {
		throw badField('requestor_id', 'contradicts requester_id');
	}
	const requesterId = body.requester_id ?? body.requestor_id;
	if (body.account_id === '' && requesterId === undefined)
		throw badField('requester_id', 'is needed when account_id is cleared');
	if (current.type === 'ticket' && body.type === 'conversation')
		throw badField('type', 'a ticket cannot become a conversation');
	return {
		...defined({
			title: body.title === undefined ? undefined : needText('title', body.title),
			type: body.type,
			account_id: idOrCleared(state.accounts, 'account_id', body.account_id, 'account'),
			requester_id: idOrCleared(state.contacts, 'requester_id', requesterId, 'contact'),
			assignee_id: idOrCleared(state.users, 'assignee_id', body.assignee_id, 'user'),
			team_id: idOrCleared(state.teams, 'team_id', body.team_id, 'team'),
			tags: body.tags,
			custom_fields:
				body.custom_fields &&
				writeCustomFields(state, 'issue', current.custom_fields, body.custom_fields),
			customer_portal_visible: body.customer_portal_visible,
		}),
		...statusChange(context, current, body.state),
	};
}

function store(context: RequestContext, issue: IssueRecord) {
	const { state, timestamp } = context;
	state.issues.set(issue.id, { ...issue, updated_at: timestamp });
	return { data: presentIssue(state, { ...issue, updated_at: timestamp }) };
}

export const issues = {
	getIssue: (context) => ({ data: presentIssue(context.state, pathIssue(context)) }),
	createIssue: (context) => ({ data: presentIssue(context.state, addIssue(context)) }),
	updateIssue: (context) => {
		const current = pathIssue(context);
		return store(context, { ...current, ...changesOf(context, current) });
	},
	snoozeIssue: (context) => {
		const current = pathIssue(context);
		const { snooze_until } = context.body;
		// Undocumented; stricter reading: an issue cannot be snoozed until a time in the past.
		if (Date.parse(snooze_until) <= context.now) throw badField('snooze_until', 'lies in the past');
		return store(context, { ...current, snoozed_until_time: new Date(snooze_until).toISOString() });
	},
	deleteIssue: (context) => {
		const { state } = context;
		const { id } = pathIssue(context);
		state.issues.delete(id);
		for (const message of state.messages.values()) {
			if (message.issue_id === id) state.messages.delete(message.id);
		}
		for (const store of [state.threads, state.voiceCalls]) {
			for (const record of store.values()) {
				if (record.issue_id === id) store.delete(record.id);
			}
		}
		return {};
	},
	getIssueStatuses: ({ state }) => wholeList(state.issueStatuses),
} satisfies Handlers;
