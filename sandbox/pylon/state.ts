import { emptyAccountStores, type AccountStores } from './stores/account';
import { emptyConversationStores, type ConversationStores } from './stores/conversation';
import { emptyContentStores, type ContentStores } from './stores/content';
import { recordId, type IdKind } from './ids';
import { RecordStore } from './stores/recordStore';
import type {
	AccountRecord,
	ContactRecord,
	CustomFieldRecord,
	IssueRecord,
	IssueStatusRecord,
	MessageRecord,
	RoleRecord,
	TagRecord,
	TeamRecord,
	UserRecord,
} from './records';
import { emptyWorkStores, type WorkStores } from './stores/work';

/** Everything that one simulated Pylon remembers. Both regions show the same records. */
export interface State extends AccountStores, ContentStores, ConversationStores, WorkStores {
	organization: { id: string; name: string };
	/** The user that the API tokens act as; it has no email (docs/pylon-api-notes.md#tokens). */
	tokenUserId: string;
	users: RecordStore<UserRecord>;
	roles: RecordStore<RoleRecord>;
	portalRoles: RecordStore<RoleRecord>;
	teams: RecordStore<TeamRecord>;
	tags: RecordStore<TagRecord>;
	customFields: RecordStore<CustomFieldRecord>;
	accounts: RecordStore<AccountRecord>;
	contacts: RecordStore<ContactRecord>;
	issues: RecordStore<IssueRecord>;
	messages: RecordStore<MessageRecord>;
	issueStatuses: IssueStatusRecord[];
	/** Sender addresses that `destination_metadata.email` may name. */
	supportAddresses: string[];
	nextIssueNumber: number;
	/** Returns the next unused id of a kind: `recordId` of 1, 2, 3 … */
	newId(kind: IdKind): string;
}

/**
 * The categories are fixed, their statuses are the workspace's: the recorded one calls the first of category `new` open,
 * and has several of category `closed`, archived ones among them (test/fixtures/recorded/issue-statuses.json).
 */
const STATUSES: ReadonlyArray<
	[slug: string, label: string, category: string, kind?: 'further' | 'archived']
> = [
	['open', 'Open', 'new'],
	['waiting_on_you', 'Waiting on you', 'waiting_on_you'],
	['waiting_on_customer', 'Waiting on customer', 'waiting_on_customer'],
	['on_hold', 'On hold', 'on_hold'],
	['closed', 'Closed', 'closed'],
	['nar', 'No action required', 'closed', 'archived'],
	['resolved', 'Resolved', 'closed', 'further'],
	['won_t_fix', 'Won’t fix', 'closed', 'archived'],
];

/**
 * @param slug of a status
 * @returns its category, e.g. `closed` (docs/pylon-api-notes.md#statuses); undefined for a slug that no status has
 */
export function categoryOf(
	{ issueStatuses }: Pick<State, 'issueStatuses'>,
	slug: string,
): string | undefined {
	return issueStatuses.find((status) => status.slug === slug)?.category;
}

/** @returns the slug of the status that a new issue begins in: the default one of category `new` */
export function firstStatus({ issueStatuses }: Pick<State, 'issueStatuses'>): string {
	const first = issueStatuses.find(
		({ category, is_default_status }) => category === 'new' && is_default_status,
	);
	return first?.slug ?? 'new';
}

/**
 * @returns a new state without accounts, contacts and issues, but with what every organization has: a token user,
 * roles, statuses
 */
export function emptyState(): State {
	const counts = new Map<IdKind, number>();
	const newId = (kind: IdKind) => {
		const count = (counts.get(kind) ?? 0) + 1;
		counts.set(kind, count);
		return recordId(kind, count);
	};
	const state: State = {
		organization: { id: newId('organization'), name: 'Northwind Support' },
		tokenUserId: newId('user'),
		users: new RecordStore<UserRecord>({ email: (user) => (user.email ? [user.email] : []) }),
		roles: new RecordStore<RoleRecord>(),
		portalRoles: new RecordStore<RoleRecord>({ slug: (role) => [role.slug] }),
		teams: new RecordStore<TeamRecord>(),
		tags: new RecordStore<TagRecord>({ value: (tag) => [`${tag.object_type}:${tag.value}`] }),
		customFields: new RecordStore<CustomFieldRecord>({
			slug: (field) => [`${field.object_type}:${field.slug}`],
		}),
		accounts: new RecordStore<AccountRecord>({
			externalId: (account) => account.external_ids.map((entry) => entry.external_id),
			domain: (account) => account.domains,
			subaccount: (account) => account.subaccount_ids,
		}),
		contacts: new RecordStore<ContactRecord>({
			externalId: (contact) => contact.external_ids.map((entry) => entry.external_id),
			email: (contact) => contact.emails,
		}),
		// Lists of issues begin with the highest number (test/fixtures/recorded/issues-search.json).
		issues: new RecordStore<IssueRecord>(
			{ number: (issue) => [String(issue.number)] },
			({ number }) => number,
		),
		messages: new RecordStore<MessageRecord>(),
		...emptyAccountStores(),
		...emptyContentStores(),
		...emptyConversationStores(),
		...emptyWorkStores(),
		issueStatuses: STATUSES.map(([slug, label, category, kind]) => ({
			slug,
			label,
			category,
			is_default_status: kind === undefined,
			is_archived: kind === 'archived',
		})),
		supportAddresses: ['support@northwind.example'],
		nextIssueNumber: 101,
		newId,
	};
	for (const [name, slug] of [
		['Admin', 'admin'],
		['Member', 'member'],
	]) {
		const id = newId('role');
		state.roles.set(id, { id, name, slug });
	}
	const portalRole = newId('role');
	state.portalRoles.set(portalRole, {
		id: portalRole,
		name: 'Billing viewer',
		slug: 'billing_viewer',
	});
	state.users.set(state.tokenUserId, {
		id: state.tokenUserId,
		name: 'API token',
		email: null,
		role_id: recordId('role', 1),
		status: 'active',
		avatar_url: null,
		is_deactivated: false,
	});
	return state;
}
