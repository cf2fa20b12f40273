import type { AccountRecord, CustomFieldMap, UserRecord } from '../records';
import { recordId } from '../ids';
import { categoryOf, type State } from '../state';
import { seedAccountRecords } from './account';
import type { At } from './at';
import { storeAccount, storeContact, storeIssue } from './blank';
import { seedContent } from './content';
import { seedConversations } from './conversations';
import { seedCustomFields } from './customFields';
import { seedExternalIds, seedIds } from './ids';
import { CHANNEL, resolvedAt, seedIssueKinds } from './issueKinds';
import { seedEmailSuppressions } from './emailSuppressions';
import { seedWork } from './work';

const DAY_MS = 86_400_000;

const ACCOUNTS: Array<[name: string, domain: string, plan: string, tags: string[]]> = [
	['Globex', 'globex.example', 'enterprise', ['vip']],
	['Initech', 'initech.example', 'team', ['trial']],
	['Initech (old CRM)', 'old.initech.example', 'team', []],
	['Bluebird Bakery', 'bluebird.example', 'free', ['trial']],
	['Cedar Clinics', 'cedar.example', 'enterprise', ['vip', 'partner']],
	['Dune Logistics', 'dune.example', 'team', []],
	['Ember Energy', 'ember.example', 'enterprise', ['partner']],
	['Harbor Hotels', 'harbor.example', 'free', []],
];

/** Contacts in the order of seedIds; the number is the account's place in the list above, 0 for none. */
const CONTACTS: Array<[name: string, email: string, account: number]> = [
	['Ada Example', 'ada@shared-inbox.example', 0],
	['Ben Example', 'ben@shared-inbox.example', 0],
	['Carla Diaz', 'carla@globex.example', 1],
	['Dmitri Novak', 'dmitri@initech.example', 2],
	['Elena Fischer', 'elena@globex.example', 1],
	['Farid Haddad', 'farid@globex.example', 1],
	['Grace Lindqvist', 'grace@initech.example', 2],
	['Hugo Marin', 'hugo@old.initech.example', 3],
	['Ines Moreau', 'ines@old.initech.example', 3],
	['Jonas Müller', 'jonas@bluebird.example', 4],
	['Kaya Demir', 'kaya@bluebird.example', 4],
	['Liam O’Connor', 'liam@cedar.example', 5],
	['Mina Park', 'mina@cedar.example', 5],
	['Noor Ahmed', 'noor@dune.example', 6],
	['Olga Petrova', 'olga@dune.example', 6],
	['Pablo Ruiz', 'pablo@ember.example', 7],
	['Qiang Li', 'qiang@ember.example', 7],
	['Ravi Shah', 'ravi@harbor.example', 8],
	['Sofia Rossi', 'sofia@harbor.example', 8],
	['Tomas Berg', 'tomas@mail.example', 0],
];

/**
 * Issues in the order of seedIds: title, requester's place in the contacts, state, age in days, product area. The first
 * three have the numbers 101 to 103, the others those below: a higher number is a younger issue.
 */
const ISSUES: Array<[title: string, requester: number, state: string, days: number, area: string]> =
	[
		['Which account do I belong to?', 1, 'open', 2.9, 'login'],
		['Invoice shows the wrong currency', 3, 'waiting_on_you', 2.5, 'billing'],
		['Cannot sign in since this morning', 4, 'waiting_on_customer', 2, 'login'],
		['Export stops at 10,000 rows', 5, 'on_hold', 3, 'reports'],
		['How do we add a second brand?', 10, 'open', 5, 'login'],
		['API answers 500 on weekends', 12, 'escalated', 8, 'api'],
		['Please delete our test data', 14, 'resolved', 11, 'reports'],
		['Report of last month is empty', 16, 'waiting_on_you', 15, 'reports'],
		['Two invoices for one order', 18, 'waiting_on_customer', 20, 'billing'],
		['Single sign-on for contractors', 13, 'closed', 26, 'login'],
		['Shared inbox is not connected', 2, 'open', 40, 'login'],
		['Webhook arrives twice', 7, 'closed', 75, 'api'],
	];

/** What some accounts have beyond that. */
const ACCOUNT_KINDS: Record<string, Partial<AccountRecord>> = {
	Globex: { crm_settings: { details: [{ source: 'hubspot', id: '9100000001' }] } },
	'Cedar Clinics': { type: 'partner' },
	'Ember Energy': { channels: [CHANNEL] },
	'Harbor Hotels': { owner_id: null },
};

const USERS: Array<[name: string, email: string, role: number]> = [
	['Nora Keller', 'nora@northwind.example', 1],
	['Omar Said', 'omar@northwind.example', 2],
	['Priya Nair', 'priya@northwind.example', 2],
	['Quentin Roy', 'quentin@northwind.example', 2],
	['Rosa Vega', 'rosa@northwind.example', 2],
];

const TAGS: Array<[objectType: string, value: string, color: string]> = [
	['account', 'vip', '#b45309'],
	['account', 'trial', '#0369a1'],
	['account', 'partner', '#15803d'],
	['issue', 'billing', '#7c3aed'],
	['issue', 'bug', '#b91c1c'],
	['issue', 'question', '#0369a1'],
	['article', 'how-to', '#15803d'],
];

const field = (slug: string, value: string): CustomFieldMap => ({ [slug]: { value } });

function seedPeople(state: State): void {
	for (const [name, email, role] of USERS) {
		const user: UserRecord = {
			id: state.newId('user'),
			name,
			email,
			role_id: recordId('role', role),
			status: 'active',
			avatar_url: null,
			is_deactivated: false,
		};
		state.users.set(user.id, { ...user, is_deactivated: user.id === seedIds.users.rosa });
	}
	const { nora, omar, priya, quentin } = seedIds.users;
	for (const [name, user_ids] of [
		['Support', [nora, omar, priya]],
		['Escalations', [quentin]],
	] as const) {
		const id = state.newId('team');
		state.teams.set(id, { id, name, user_ids });
	}
}

/**
 * Fills an empty state with the records of a small support company.
 *
 * @param state as `emptyState` returns it; the ids are those of `seedIds` only then
 * @param now in ms since 1970: what has happened lies before it, what is planned may lie behind it
 */
export function seedCompany(state: State, now: number): void {
	const at: At = (daysAgo) => new Date(now - daysAgo * DAY_MS).toISOString();
	seedPeople(state);
	seedCustomFields(state, at(400));
	state.issueStatuses.push(
		{
			slug: 'escalated',
			label: 'Escalated',
			category: 'on_hold',
			is_default_status: false,
			is_archived: false,
		},
		{
			slug: 'legacy_review',
			label: 'Legacy review',
			category: 'on_hold',
			is_default_status: false,
			is_archived: true,
		},
	);
	for (const [object_type, value, hex_color] of TAGS) {
		const id = state.newId('tag');
		state.tags.set(id, { id, object_type, value, hex_color });
	}
	ACCOUNTS.forEach(([name, domain, plan, tags], index) => {
		const external_id = { 0: seedExternalIds.globex, 1: seedExternalIds.initech }[index];
		storeAccount(state, at(300 - index * 10), {
			name,
			domains: [domain],
			tags,
			owner_id: index % 2 ? seedIds.users.omar : seedIds.users.nora,
			external_ids: external_id ? [{ external_id, label: 'crm' }] : [],
			custom_fields: {
				...field('plan', plan),
				...field('seats', String(10 * (index + 1))),
				...(index % 4 === 3 ? field('account.hubspot.tier', 'gold') : {}),
			},
			logo_url: `https://logos.northwind.example/${index + 1}.png`,
			latest_customer_activity_time: at(index + 1),
			...ACCOUNT_KINDS[name],
		});
	});
	CONTACTS.forEach(([name, email, account], index) => {
		storeContact(state, {
			name,
			email,
			account_id: account === 0 ? null : recordId('account', account),
			external_ids: index === 2 ? [{ external_id: seedExternalIds.carla, label: 'crm' }] : [],
			custom_fields: index % 3 === 2 ? field('department', 'it') : {},
			portal_role: account === 0 ? 'no_access' : 'member',
		});
	});
	ISSUES.forEach(([title, requester, status, days, area], index) => {
		const contact = state.contacts.get(recordId('contact', requester));
		storeIssue(state, at(days), {
			number: index < 3 ? 101 + index : 103 - index,
			title,
			state: status,
			requester_id: contact?.id,
			account_id: contact?.account_id,
			assignee_id:
				index === 0
					? null
					: [seedIds.users.nora, seedIds.users.omar, seedIds.users.priya][index % 3],
			team_id: status === 'escalated' ? seedIds.teams.escalations : seedIds.teams.support,
			type: index % 4 === 3 ? 'ticket' : 'conversation',
			tags: area === 'billing' ? ['billing'] : [],
			custom_fields: field('product_area', area),
			...(categoryOf(state, status) === 'closed' ? resolvedAt(at, days) : {}),
		});
	});
	state.nextIssueNumber = 104;
	seedIssueKinds(state, at);
	seedAccountRecords(state, at);
	seedContent(state, at);
	seedWork(state, at);
	seedConversations(state, at);
	seedEmailSuppressions(state, at);
}
