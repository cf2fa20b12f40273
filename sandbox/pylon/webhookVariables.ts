import type { ContactRecord, MessageRecord } from './records';
import type { State } from './state';

/** What a webhook is about. */
export interface WebhookObject {
	type: 'issue' | 'contact' | 'account';
	id: string;
}

function customFieldTexts(record: {
	custom_fields: Readonly<Record<string, object>>;
}): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(record.custom_fields).map(([slug, field]) => {
			const { value, values } = field as { value: string; values?: readonly string[] };
			return [slug, values ?? value];
		}),
	);
}

function accountVariables(state: State, id: string | null) {
	const account = id === null ? undefined : state.accounts.get(id);
	return (
		account && {
			id: account.id,
			name: account.name,
			domains: account.domains,
			custom_fields: customFieldTexts(account),
		}
	);
}

function contactVariables(state: State, contact: ContactRecord | undefined) {
	return (
		contact && {
			id: contact.id,
			name: contact.name,
			first_name: contact.name.split(' ')[0],
			email: contact.email,
			account: accountVariables(state, contact.account_id),
			custom_fields: customFieldTexts(contact),
		}
	);
}

/** The requester of an issue that a user opened. */
function userVariables(state: State, id: string | null) {
	const user = id === null ? undefined : state.users.get(id);
	return (
		user && { id: user.id, name: user.name, first_name: user.name.split(' ')[0], email: user.email }
	);
}

function messageVariables(state: State, message: MessageRecord | undefined) {
	if (!message) return undefined;
	const { author } = message;
	const record =
		'user_id' in author ? state.users.get(author.user_id) : state.contacts.get(author.contact_id);
	return { id: message.id, author: { id: record?.id, name: record?.name } };
}

function issueVariables(state: State, id: string) {
	const issue = state.issues.get(id);
	if (!issue) return undefined;
	const requester =
		issue.requester_id === null ? undefined : state.contacts.get(issue.requester_id);
	const assignee = issue.assignee_id === null ? undefined : state.users.get(issue.assignee_id);
	const team = issue.team_id === null ? undefined : state.teams.get(issue.team_id);
	const last = state.messages.newestFirst().find((message) => message.issue_id === id);
	return {
		id: issue.id,
		title: issue.title,
		link: `https://app.usepylon.com/issues?issueNumber=${issue.number}`,
		number: issue.number,
		state: issue.state,
		status: issue.state,
		tags: issue.tags,
		account: accountVariables(state, issue.account_id),
		requester: contactVariables(state, requester) ?? userVariables(state, issue.requester_id),
		assignee: assignee && { id: assignee.id, email: assignee.email },
		team: team && { id: team.id, name: team.name },
		last_message: messageVariables(state, last),
		custom_fields: customFieldTexts(issue),
	};
}

/**
 * The variables that a template may use. Only a few, all of them of issues, are known to exist in Pylon
 * (docs/pylon-api-notes.md#webhook-payload). The other names are likely, and those of accounts and contacts are
 * guessed.
 *
 * @param state holds the object
 * @param object the record that the webhook is about
 * @returns nested objects that begin with the type, e.g. `{ issue: { id, title, requester: { first_name } } }`
 * @throws Error when the object does not exist
 */
export function webhookVariables(
	state: State,
	{ type, id }: WebhookObject,
): Record<string, unknown> {
	const variables = {
		issue: () => issueVariables(state, id),
		contact: () => contactVariables(state, state.contacts.get(id)),
		account: () => accountVariables(state, id),
	}[type]();
	if (!variables) throw new Error(`No ${type} "${id}" to send a webhook about`);
	return { [type]: variables };
}
