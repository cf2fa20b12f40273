import { defined } from './defined';
import { miniAccount, miniContact, miniUser, orNull } from './mini';
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
import { categoryOf, type State } from './state';

/**
 * Stored records as replies show them. Issues, accounts and statuses are as test/fixtures/recorded has them: which unset
 * property is null and which is absent differs from one to the next. The other records follow the read models of
 * openapi.yaml, with the same habits.
 */

const orAbsent = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
	list?.length ? list : undefined;

function miniRole(role: RoleRecord | undefined) {
	return role ? { id: role.id, name: role.name, slug: role.slug } : null;
}

/**
 * An account as replies show it (docs/pylon-api-notes.md#account-keys).
 *
 * @param state holds the owner and the parent account
 * @param account as stored
 * @returns the account of the reply; `associated_account_ids` only for a partner
 */
export function presentAccount(state: State, account: AccountRecord) {
	const { owner_id, external_ids, tags, latest_customer_activity_time, ...rest } = account;
	return {
		...rest,
		external_ids: orNull(external_ids),
		tags: orNull(tags),
		domain: account.primary_domain,
		owner: miniUser(state, owner_id),
		latest_customer_activity_time: latest_customer_activity_time ?? null,
		parent_account_id: state.accounts.find('subaccount', account.id)?.id ?? null,
		...(account.type === 'partner' ? { associated_account_ids: [] } : {}),
	};
}

/**
 * @param state holds the account
 * @param contact as stored
 * @returns the contact of the reply; `integration_user_ids` is always empty here
 */
export function presentContact(state: State, contact: ContactRecord) {
	const { account_id, external_ids, ...rest } = contact;
	return {
		...rest,
		external_ids: orNull(external_ids),
		account: miniAccount(state, account_id),
		integration_user_ids: [],
	};
}

/**
 * As recorded, only issues that came in by email or a form have the address
 * (test/fixtures/recorded/issues-search.json).
 *
 * @returns the support address that the issue came in by; undefined for an issue that came another way
 */
export function workspaceEmail(
	{ supportAddresses }: State,
	{ source }: IssueRecord,
): string | undefined {
	return ['email', 'form'].includes(source) ? supportAddresses[0] : undefined;
}

/** Whole seconds from one RFC3339 time to another; undefined without the second. */
function secondsBetween(start: string, end: string | null): number | undefined {
	return end === null
		? undefined
		: Math.max(0, Math.round((Date.parse(end) - Date.parse(start)) / 1000));
}

/**
 * Seconds by status: those of the statuses that the issue has left, and of the one it is in. A status of category
 * `closed` counts only once it is left (test/fixtures/recorded/issues-search.json: a resolved issue has its time in
 * `open` alone).
 */
function timeInStatus(state: State, issue: IssueRecord): Record<string, number> {
	const left = issue.time_in_status_seconds ?? {};
	if (categoryOf(state, issue.state) === 'closed' && Object.keys(left).length > 0) return left;
	const now = secondsBetween(issue.state_since ?? issue.created_at, issue.updated_at) ?? 0;
	return { ...left, [issue.state]: (left[issue.state] ?? 0) + now };
}

/**
 * An issue as replies show it. Which unset property is null and which is absent is as recorded
 * (docs/pylon-api-notes.md#absent-and-null). Business hours are all hours here, and the link is always one of the US
 * app.
 *
 * @param state holds what the issue refers to
 * @param issue as stored
 * @returns the issue of the reply; references to an account or a person that is gone are null
 */
export function presentIssue(state: State, issue: IssueRecord) {
	const {
		account_id,
		requester_id,
		assignee_id,
		team_id,
		attachment_urls,
		external_issues,
		team_slas,
		snoozed_until_time,
		...rest
	} = issue;
	for (const name of ['external_refs', 'followers', 'state_since'] as const) delete rest[name];
	const { first_response_time = null, resolution_time } = issue;
	const untilResponse = secondsBetween(issue.created_at, first_response_time);
	const untilResolution = secondsBetween(issue.created_at, resolution_time);
	const inStatus = timeInStatus(state, issue);
	return {
		...rest,
		...defined({
			attachment_urls: orAbsent(attachment_urls),
			external_issues: orAbsent(external_issues),
			team_slas: orAbsent(team_slas),
			workspace_email: workspaceEmail(state, issue),
			first_response_seconds: untilResponse,
			business_hours_first_response_seconds: untilResponse,
			resolution_seconds: untilResolution,
			business_hours_resolution_seconds: untilResolution,
			snoozed_until_time: snoozed_until_time ?? undefined,
		}),
		account: miniAccount(state, account_id),
		requester: miniContact(state, requester_id) ?? miniUser(state, requester_id),
		assignee: miniUser(state, assignee_id),
		team: team_id === null ? null : { id: team_id },
		tags: orNull(issue.tags),
		link: `https://app.usepylon.com/issues?issueNumber=${issue.number}`,
		first_response_time,
		first_resolution_time: issue.first_resolution_time ?? resolution_time,
		is_issue_group: false,
		number_of_touches: issue.number_of_touches ?? 0,
		time_in_status_seconds: inStatus,
		business_hours_time_in_status_seconds: inStatus,
	};
}

/**
 * A message as replies show it. None was recorded: this follows openapi.yaml, `Message`.
 *
 * @param state holds the author
 * @param message as stored
 * @returns the message of the reply, whose author is a user or a contact; neither when the author is gone
 */
export function presentMessage(state: State, message: MessageRecord) {
	const {
		id,
		author,
		is_private,
		message_html,
		source,
		file_urls,
		email_info,
		thread_id,
		created_at,
	} = message;
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
			...(user ? { user: { id: user.id } } : {}),
			...(contact ? { contact: { id: contact.id } } : {}),
		},
	};
}

/**
 * @param state holds the user's role
 * @param user as stored
 * @returns the user of the reply; `roles` has the one role, `emails` the one address
 */
export function presentUser(state: State, user: UserRecord) {
	const role = miniRole(state.roles.get(user.role_id));
	return { ...user, emails: user.email ? [user.email] : [], role, roles: role ? [role] : [] };
}

/**
 * @param state holds the members
 * @param team as stored
 * @returns the team of the reply, without members that are gone
 */
export function presentTeam(state: State, team: TeamRecord) {
	return {
		id: team.id,
		name: team.name,
		users: team.user_ids.map((id) => miniUser(state, id)).filter((user) => user !== null),
	};
}

/**
 * @param tag as stored
 * @returns a copy for the reply, which has the same properties
 */
export function presentTag(tag: TagRecord) {
	return { ...tag };
}

/**
 * @param field definition as stored
 * @returns the definition of the reply; `select_metadata` is null unless the field has options
 */
export function presentCustomField(field: CustomFieldRecord) {
	const { options, ...rest } = field;
	return { ...rest, number_metadata: null, select_metadata: options ? { options } : null };
}
