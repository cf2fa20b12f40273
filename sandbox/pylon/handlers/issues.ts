import type { Handlers, RequestContext } from '../context';
import { writeCustomFields, type WrittenCustomField } from '../customFields';
import { operations } from '../document';
import { badField, notFound } from '../errors';
import { presentIssue } from '../present';
import type { IssueRecord } from '../records';
import { addIssue } from './issueCreate';
import { defined, idOrCleared, needText } from './shared';

interface UpdateBody {
	title?: string;
	state?: string;
	type?: 'conversation' | 'ticket';
	account_id?: string;
	requester_id?: string;
	requestor_id?: string;
	assignee_id?: string;
	team_id?: string;
	tags?: string[];
	custom_fields?: WrittenCustomField[];
	customer_portal_visible?: boolean;
}

/**
 * The issue that the path names: by UUID, and by number where `x-accepts` of the operation says so (stricter reading: not
 * elsewhere). Throws 404.
 */
export function pathIssue({ state, params, operationId }: RequestContext): IssueRecord {
	const takesNumber = operations.get(operationId)?.operation['x-accepts']?.includes('issue number');
	const issue = state.issues.get(params.id) ?? (takesNumber ? state.issues.find('number', params.id) : undefined);
	if (!issue) throw notFound('Issue');
	return issue;
}

/** The properties that a change of status brings. Throws 400 for one that is unknown or archived. */
function statusChange({ state, timestamp }: RequestContext, status: string | undefined): Partial<IssueRecord> {
	if (status === undefined) return {};
	const known = state.issueStatuses.find((entry) => entry.slug === status && !entry.is_archived);
	if (!known) throw badField('state', `no status "${status}"`);
	return { state: status, resolution_time: known.category === 'closed' ? timestamp : null };
}

function changesOf(context: RequestContext, current: IssueRecord): Partial<IssueRecord> {
	const { state } = context;
	const body = context.body as UpdateBody;
	if (body.requester_id !== undefined && body.requestor_id !== undefined && body.requester_id !== body.requestor_id) {
		throw badField('requestor_id', 'contradicts requester_id');
	}
	const requesterId = body.requester_id ?? body.requestor_id;
	if (body.account_id === '' && requesterId === undefined) throw badField('requester_id', 'is needed when account_id is cleared');
	if (current.type === 'ticket' && body.type === 'conversation') throw badField('type', 'a ticket cannot become a conversation');
	return {
		...defined({
			title: body.title === undefined ? undefined : needText('title', body.title),
			type: body.type,
			account_id: idOrCleared(state.accounts, 'account_id', body.account_id, 'account'),
			requester_id: idOrCleared(state.contacts, 'requester_id', requesterId, 'contact'),
			assignee_id: idOrCleared(state.users, 'assignee_id', body.assignee_id, 'user'),
			team_id: idOrCleared(state.teams, 'team_id', body.team_id, 'team'),
			tags: body.tags,
			custom_fields: body.custom_fields && writeCustomFields(state, 'issue', current.custom_fields, body.custom_fields),
			customer_portal_visible: body.customer_portal_visible,
		}),
		...statusChange(context, body.state),
	};
}

function store(context: RequestContext, issue: IssueRecord) {
	const { state, timestamp } = context;
	state.issues.set(issue.id, { ...issue, updated_at: timestamp });
	return { data: presentIssue(state, { ...issue, updated_at: timestamp }) };
}

export const issues: Handlers = {
	getIssue: (context) => ({ data: presentIssue(context.state, pathIssue(context)) }),
	createIssue: (context) => ({ data: presentIssue(context.state, addIssue(context)) }),
	updateIssue: (context) => {
		const current = pathIssue(context);
		return store(context, { ...current, ...changesOf(context, current) });
	},
	snoozeIssue: (context) => {
		const current = pathIssue(context);
		const { snooze_until } = context.body as { snooze_until: string };
		// Undocumented; stricter reading: there is no snoozing until a moment that is over.
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
	getIssueStatuses: ({ state }) => ({ data: state.issueStatuses, pagination: { cursor: null, has_next_page: false } }),
};
