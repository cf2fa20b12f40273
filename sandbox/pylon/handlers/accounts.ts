import { blankAccount } from '../blankRecords';
import type { BodyOf, BodyOfEither, Handlers, RequestContext } from '../context';
import { dropAccountRecords } from '../stores/account';
import { newCustomFields, writeCustomFields } from '../customFields';
import { defined } from '../defined';
import { badField, duplicate, notFound } from '../errors';
import { isBareHost } from '../formats';
import { presentAccount } from '../present';
import type { AccountRecord } from '../records';
import type { State } from '../state';
import {
	checkedExternalIds,
	customFieldValues,
	idOrCleared,
	listPage,
	needRecord,
	needText,
	searchPage,
} from './shared';

type AccountBody = BodyOfEither<'createAccount', 'updateAccount'>;

type BulkBody = BodyOf<'updateAccounts'>;

/**
 * The account that the path names, by its id or an external ID (docs/pylon-api-notes.md#paths).
 *
 * @returns the account as stored
 * @throws ApiError 404 when there is none
 */
export function pathAccount({ state, params }: RequestContext): AccountRecord {
	const id = params.account_id ?? params.id;
	const account = state.accounts.get(id) ?? state.accounts.find('externalId', id);
	if (!account) throw notFound('Account');
	return account;
}

/**
 * Domains are bare hosts, each of one account; with any of them exactly one is primary (openapi.yaml).
 *
 * @throws ApiError 400 for domains that break this, with `exists_id` for a domain of another account
 */
function domainsOf(
	state: State,
	body: AccountBody,
	current: AccountRecord,
): Partial<AccountRecord> {
	// `domain` is the deprecated spelling: the only and primary one, unless the newer fields are there too.
	const domains = body.domains ?? (body.domain ? [body.domain] : undefined);
	const primary = body.primary_domain ?? (body.domains ? undefined : body.domain || undefined);
	for (const domain of domains ?? []) {
		if (!isBareHost(domain)) throw badField('domains', `"${domain}" is not a bare host name`);
		const other = state.accounts.find('domain', domain);
		if (other && other.id !== current.id) throw duplicate('domains', domain, other.id);
	}
	const all = domains ?? current.domains;
	if (primary !== undefined && !all.includes(primary))
		throw badField('primary_domain', 'is not one of domains');
	const kept =
		primary ??
		(current.primary_domain && all.includes(current.primary_domain)
			? current.primary_domain
			: null);
	if (all.length > 0 && !kept) throw badField('primary_domain', 'is needed when there are domains');
	return domains || primary ? { domains: all, primary_domain: kept } : {};
}

/**
 * What a body changes, checked. Lists replace what was there.
 *
 * @throws ApiError 400 for a value that does not fit
 */
function changesOf(
	state: State,
	body: AccountBody,
	current: AccountRecord,
): Partial<AccountRecord> {
	for (const id of body.subaccount_ids ?? []) {
		if (id === current.id) throw badField('subaccount_ids', 'an account cannot be its own child');
		needRecord(state.accounts, 'subaccount_ids', id, 'account');
	}
	return {
		...defined({
			name: body.name === undefined ? undefined : needText('name', body.name),
			type: body.account_type,
			external_ids:
				body.external_ids && checkedExternalIds(state.accounts, body.external_ids, current.id),
			owner_id: idOrCleared(state.users, 'owner_id', body.owner_id, 'user'),
			tags: body.tags,
			custom_fields:
				body.custom_fields &&
				writeCustomFields(state, 'account', current.custom_fields, body.custom_fields),
			channels: body.channels,
			subaccount_ids: body.subaccount_ids,
			logo_url: body.logo_url,
			is_disabled: body.is_disabled,
		}),
		...domainsOf(state, body, current),
	};
}

function addAccount({
	state,
	timestamp,
	body,
}: RequestContext<BodyOf<'createAccount'>>): AccountRecord {
	const blank: AccountRecord = {
		...blankAccount(timestamp),
		custom_fields: newCustomFields(state, 'account', undefined),
	};
	const changes = changesOf(state, body, blank);
	const account = { ...blank, ...changes, id: state.newId('account') };
	state.accounts.set(account.id, account);
	return account;
}

function tagsAfter(
	current: readonly string[],
	{ tags, tags_apply_mode }: BulkBody,
): readonly string[] {
	if (!tags) return current;
	if (tags_apply_mode === 'append_only') return [...new Set([...current, ...tags])];
	if (tags_apply_mode === 'remove_only') return current.filter((tag) => !tags.includes(tag));
	return tags;
}

/**
 * Changes many accounts at once. Pylon may finish after its answer, and how it fails half-way is not documented; here
 * everything is checked first, and all accounts are changed before the answer. The ids are Pylon's own: nothing says
 * that external ones are accepted.
 */
function updateAccounts({ state, timestamp, body: bulk }: RequestContext<BulkBody>) {
	const changed = bulk.account_ids.map((id) => {
		const account = state.accounts.get(id);
		if (!account) throw badField('account_ids', `account "${id}" not found`);
		const { account_type, custom_fields, owner_id } = bulk;
		const changes = changesOf(state, { account_type, custom_fields, owner_id }, account);
		return { ...account, ...changes, tags: tagsAfter(account.tags, bulk), updated_at: timestamp };
	});
	for (const account of changed) state.accounts.set(account.id, account);
	return { success: true };
}

function valuesOf(account: AccountRecord, field: string): readonly string[] {
	switch (field) {
		case 'id':
			return [account.id];
		case 'name':
			return [account.name];
		case 'domains':
			return account.domains;
		case 'tags':
			return account.tags;
		case 'external_ids':
			return account.external_ids.map((entry) => entry.external_id);
		case 'owner_id':
			return account.owner_id ? [account.owner_id] : [];
		default:
			return customFieldValues(account, field);
	}
}

const searched = {
	objectType: 'account',
	valuesOf,
	textsOf: (account: AccountRecord) => [account.name, ...account.domains],
};

export const accounts = {
	/** Without a limit all of them come on one page (openapi.yaml, `getAccounts`). */
	getAccounts: (context) =>
		listPage(
			context,
			context.state.accounts,
			(account) => presentAccount(context.state, account),
			undefined,
			Infinity,
		),
	searchAccounts: (context) =>
		searchPage(context, context.state.accounts, searched, (account) =>
			presentAccount(context.state, account),
		),
	getAccount: (context) => ({ data: presentAccount(context.state, pathAccount(context)) }),
	createAccount: (context) => ({ data: presentAccount(context.state, addAccount(context)) }),
	updateAccount: (context) => {
		const { state, timestamp } = context;
		const current = pathAccount(context);
		const account = {
			...current,
			...changesOf(state, context.body, current),
			updated_at: timestamp,
		};
		state.accounts.set(account.id, account);
		return { data: presentAccount(state, account) };
	},
	updateAccounts,
	deleteAccount: (context) => {
		const { state } = context;
		const { id } = pathAccount(context);
		state.accounts.delete(id);
		dropAccountRecords(state, id);
		for (const parent of state.accounts.values()) {
			const left = parent.subaccount_ids.filter((child) => child !== id);
			if (left.length < parent.subaccount_ids.length)
				state.accounts.set(parent.id, { ...parent, subaccount_ids: left });
		}
		// What becomes of an account's contacts and issues is not documented; here they stay, without an account.
		for (const contact of state.contacts.values()) {
			if (contact.account_id === id)
				state.contacts.set(contact.id, { ...contact, account_id: null });
		}
		for (const issue of state.issues.values()) {
			if (issue.account_id === id) state.issues.set(issue.id, { ...issue, account_id: null });
		}
		return {};
	},
} satisfies Handlers;
