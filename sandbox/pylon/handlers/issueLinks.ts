import type { BodyOf, Handlers, RequestContext } from '../context';
import { badField } from '../errors';
import { isUuid } from '../ids';
import { wholeList } from '../pagination';
import { presentIssue } from '../present';
import type { IssueRecord } from '../records';
import type { Follower } from '../records/conversation';
import { needRecord, needText, pathIssue } from './shared';

const isSame = (one: Follower, other: Follower) => one.id === other.id && one.type === other.type;

/** Followers that still exist. */
const followersOf = ({ state }: RequestContext, { followers = [] }: IssueRecord) =>
	followers.filter(({ id, type }) => (type === 'user' ? state.users : state.contacts).has(id));

/** Adding a follower who is one already, or removing one who is not, changes nothing. */
function changeFollowers(context: RequestContext<BodyOf<'addIssueFollowers'>>) {
	const { state, timestamp } = context;
	const issue = pathIssue(context);
	const { user_ids = [], contact_ids = [], operation = 'add' } = context.body;
	// Undocumented; stricter reading.
	if (user_ids.length + contact_ids.length === 0)
		throw badField('user_ids', 'or contact_ids is needed');
	for (const id of user_ids) needRecord(state.users, 'user_ids', id, 'user');
	for (const id of contact_ids) needRecord(state.contacts, 'contact_ids', id, 'contact');
	const named: Follower[] = [
		...user_ids.map((id) => ({ id, type: 'user' as const })),
		...contact_ids.map((id) => ({ id, type: 'contact' as const })),
	];
	const others = followersOf(context, issue).filter(
		(follower) => !named.some((one) => isSame(one, follower)),
	);
	const followers = operation === 'add' ? [...others, ...named] : others;
	state.issues.set(issue.id, { ...issue, followers, updated_at: timestamp });
	return wholeList(followers);
}

/** What an external issue's id looks like (openapi.yaml, `ExternalIssue`); Shortcut's is not described. */
const FORMS: Record<string, (id: string) => boolean> = {
	asana: (id) => /^\d+$/.test(id),
	github: (id) => /^[^/\s]+\/[^/\s]+\/\d+$/.test(id),
	jira: (id) => /^\d+$/.test(id),
	linear: isUuid,
	shortcut: (id) => id.trim() !== '',
};

/** Stricter reading: linking what is linked already, and unlinking what is not, is refused. */
function linkExternalIssue(context: RequestContext<BodyOf<'linkExternalIssue'>>) {
	const { state, timestamp } = context;
	const issue = pathIssue(context);
	const { source, external_issue_id: id, operation = 'link' } = context.body;
	needText('external_issue_id', id);
	if (!FORMS[source](id)) throw badField('external_issue_id', `"${id}" is no id of ${source}`);
	const linked = issue.external_issues ?? [];
	const others = linked.filter((link) => link.source !== source || link.external_id !== id);
	const exists = others.length < linked.length;
	if (exists && operation === 'link')
		throw badField('external_issue_id', `"${id}" is linked already`);
	if (!exists && operation === 'unlink')
		throw badField('external_issue_id', `"${id}" is not linked`);
	const link = { external_id: id, link: `https://${source}.example/${id}`, source };
	const changed = {
		...issue,
		external_issues: operation === 'link' ? [...others, link] : others,
		updated_at: timestamp,
	};
	state.issues.set(issue.id, changed);
	return { data: presentIssue(state, changed) };
}

export const issueLinks = {
	getIssueFollowers: (context) => wholeList(followersOf(context, pathIssue(context))),
	addIssueFollowers: changeFollowers,
	linkExternalIssue,
} satisfies Handlers;
