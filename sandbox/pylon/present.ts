import type {
	AccountRecord,
	ContactRecord,
	CustomFieldRecord,
	IssueRecord,
	MessageRecord,
	RoleRecord,
	TagRecord,
	TeamRecord,
	UserRecord,
} from './records';
import type { State } from './state';

/**
 * Stored records as replies show them (read models of openapi.yaml). Unset fields are null, as was observed
 * (docs/pylon-api-notes.md#absent-and-null).
 */

export function miniAccount(state: State, id: string | null) {
	const account = id === null ? undefined : state.accounts.get(id);
	return account ? { id: account.id, external_ids: account.external_ids } : null;
}

export function miniContact(state: State, id: string | null) {
	const contact = id === null ? undefined : state.contacts.get(id);
	return contact ? { id: contact.id, email: contact.email } : null;
}

export function miniUser(state: State, id: string | null) {
	const user = id === null ? undefined : state.users.get(id);
	return user ? { id: user.id, email: user.email } : null;
}

function miniRole(role: RoleRecord | undefined) {
	return role ? { id: role.id, name: role.name, slug: role.slug } : null;
}

export function presentAccount(state: State, account: AccountRecord) {
	const { owner_id, ...rest } = account;
	return {
		...rest,
		domain: account.primary_domain,
		owner: miniUser(state, owner_id),
		crm_settings: null,
		latest_customer_activity_time: null,
		parent_account_id: state.accounts.find('subaccount', account.id)?.id ?? null,
	};
}

export function presentContact(state: State, contact: ContactRecord) {
	const { account_id, ...rest } = contact;
	return { ...rest, account: miniAccount(state, account_id), integration_user_ids: [] };
}

export function presentIssue(state: State, issue: IssueRecord) {
	const { account_id, requester_id, assignee_id, team_id, ...rest } = issue;
	delete rest.external_refs;
	delete rest.followers;
	return {
		...rest,
		account: miniAccount(state, account_id),
		requester: miniContact(state, requester_id),
		assignee: miniUser(state, assignee_id),
		team: team_id === null ? null : { id: team_id },
		link: `https://app.usepylon.com/issues?issueNumber=${issue.number}`,
		chat_widget_info: null,
		csat_responses: [],
		external_issues: issue.external_issues ?? [],
		first_response_time: issue.first_response_time ?? null,
		slack: null,
	};
}

export function presentMessage(state: State, message: MessageRecord) {
	const { id, author, is_private, message_html, source, file_urls, email_info, thread_id, created_at } = message;
	const user = 'user_id' in author ? state.users.get(author.user_id) : undefined;
	const contact = 'contact_id' in author ? state.contacts.get(author.contact_id) : undefined;
	return {
		id,
		is_private,
		message_html,
		source,
		file_urls,
		email_info,
		thread_id,
		timestamp: created_at,
		author: {
			name: user?.name ?? contact?.name ?? null,
			avatar_url: user?.avatar_url ?? contact?.avatar_url ?? null,
			user: user ? miniUser(state, user.id) : null,
			contact: contact ? miniContact(state, contact.id) : null,
		},
	};
}

export function presentUser(state: State, user: UserRecord) {
	const role = miniRole(state.roles.get(user.role_id));
	return { ...user, emails: user.email ? [user.email] : [], role, roles: role ? [role] : [] };
}

export function presentTeam(state: State, team: TeamRecord) {
	return { id: team.id, name: team.name, users: team.user_ids.map((id) => miniUser(state, id)).filter((user) => user !== null) };
}

export function presentTag(tag: TagRecord) {
	return { ...tag };
}

export function presentCustomField(field: CustomFieldRecord) {
	const { options, ...rest } = field;
	return { ...rest, number_metadata: null, select_metadata: options ? { options } : null };
}
