import { blankContact } from '../blankRecords';
import type { BodyOfEither, Handlers, RequestContext } from '../context';
import { newCustomFields, writeCustomFields } from '../customFields';
import { defined } from '../defined';
import { badField, duplicate, notFound } from '../errors';
import { isEmail } from '../formats';
import { presentContact } from '../present';
import type { ContactRecord } from '../records';
import type { State } from '../state';
import {
	checkedExternalIds,
	customFieldValues,
	listPage,
	needRecord,
	needText,
	searchPage,
} from './shared';

type ContactBody = BodyOfEither<'createContact', 'updateContact'>;

/**
 * The contact that the path names, by its id or an external ID (docs/pylon-api-notes.md#paths).
 *
 * @throws ApiError 404 when there is none
 */
function pathContact({ state, params }: RequestContext): ContactRecord {
	const contact = state.contacts.get(params.id) ?? state.contacts.find('externalId', params.id);
	if (!contact) throw notFound('Contact');
	return contact;
}

/**
 * The account that a body names: null when it is cleared, undefined when it is not mentioned.
 *
 * @throws ApiError 400 for an account that does not exist, and for two ways of naming one
 */
function accountOf(state: State, body: ContactBody): string | null | undefined {
	const { account_id, account_external_id } = body;
	if (account_id !== undefined && account_external_id !== undefined) {
		throw badField('account_id', 'excludes account_external_id');
	}
	if (account_external_id !== undefined) {
		const account = state.accounts.find('externalId', account_external_id);
		if (!account)
			throw badField('account_external_id', `account "${account_external_id}" not found`);
		return account.id;
	}
	if (account_id === '') return null;
	if (account_id !== undefined) needRecord(state.accounts, 'account_id', account_id, 'account');
	return account_id;
}

/**
 * Checks an address that is to be stored. Whether Pylon checks its form is not documented; stricter reading.
 *
 * @param state holds the contacts
 * @param field of the request that has the address, e.g. `emails`
 * @param email as written
 * @param ownId of the contact that gets it; undefined for a new one
 * @returns the address as it was given
 * @throws ApiError 400 for text that is no address, and with `exists_id` for the address of another contact
 */
function checkedEmail(state: State, field: string, email: string, ownId?: string): string {
	if (!isEmail(email)) throw badField(field, `"${email}" is not an email address`);
	const other = state.contacts.find('email', email);
	if (other && other.id !== ownId) throw duplicate(field, email, other.id);
	return email;
}

function emailsOf(
	state: State,
	body: ContactBody,
	current: ContactRecord,
): Pick<ContactRecord, 'email' | 'emails'> | undefined {
	if (body.email !== undefined && body.emails !== undefined)
		throw badField('email', 'excludes emails');
	if (body.email !== undefined) {
		const email = checkedEmail(state, 'email', body.email, current.id);
		return {
			email,
			emails: [
				email,
				...current.emails.filter((other) => other !== current.email && other !== email),
			],
		};
	}
	if (!body.emails) return undefined;
	const flagged = body.emails.filter((entry) => entry.is_primary);
	if (flagged.length > 1) throw badField('emails', 'only one address can be primary');
	const emails = body.emails.map((entry) => checkedEmail(state, 'emails', entry.email, current.id));
	if (new Set(emails.map((email) => email.toLowerCase())).size < emails.length)
		throw badField('emails', 'an address is given twice');
	return { email: flagged[0]?.email ?? emails[0] ?? null, emails };
}

function phonesOf(body: ContactBody, current: readonly string[]): Partial<ContactRecord> {
	const { phone_numbers, primary_phone_number } = body;
	const wrong = phone_numbers?.find((number) => !/^\d{1,15}$/.test(number));
	if (wrong !== undefined) throw badField('phone_numbers', `"${wrong}" is not 1 to 15 digits`);
	const numbers = phone_numbers ?? current;
	if (primary_phone_number !== undefined && !numbers.includes(primary_phone_number)) {
		throw badField('primary_phone_number', 'is not one of phone_numbers');
	}
	const primary = primary_phone_number ?? (phone_numbers && (phone_numbers[0] ?? null));
	return defined({ phone_numbers, primary_phone_number: primary });
}

function portalRoleOf(state: State, body: ContactBody): Partial<ContactRecord> {
	const { portal_role, portal_role_id } = body;
	if (portal_role_id) {
		needRecord(state.portalRoles, 'portal_role_id', portal_role_id, 'portal role');
		return { portal_role: 'member', portal_role_id };
	}
	if (portal_role === undefined)
		return defined({ portal_role_id: portal_role_id === '' ? null : undefined });
	if (portal_role === 'no_access' || portal_role === 'member' || portal_role === 'admin') {
		return { portal_role, portal_role_id: null };
	}
	const custom = state.portalRoles.find('slug', portal_role);
	if (!custom) throw badField('portal_role', `no portal role "${portal_role}"`);
	return { portal_role: 'member', portal_role_id: custom.id };
}

/**
 * What a body changes, checked.
 *
 * @throws ApiError 400 for a value that does not fit
 */
function changesOf(
	state: State,
	body: ContactBody,
	current: ContactRecord,
): Partial<ContactRecord> {
	return {
		...defined({
			name: body.name === undefined ? undefined : needText('name', body.name),
			account_id: accountOf(state, body),
			external_ids:
				body.external_ids && checkedExternalIds(state.contacts, body.external_ids, current.id),
			custom_fields:
				body.custom_fields &&
				writeCustomFields(state, 'contact', current.custom_fields, body.custom_fields),
			avatar_url: body.avatar_url,
		}),
		...emailsOf(state, body, current),
		...phonesOf(body, current.phone_numbers),
		...portalRoleOf(state, body),
	};
}

/**
 * Stores a new contact, and nothing when its values do not fit.
 *
 * @param state the contact is added to it
 * @param body of `POST /contacts`; only the name is needed
 * @returns the stored contact
 * @throws ApiError 400 for a value that does not fit
 */
export function addContact(state: State, body: ContactBody & { name: string }): ContactRecord {
	const blank: ContactRecord = {
		...blankContact(),
		name: body.name,
		custom_fields: newCustomFields(state, 'contact', undefined),
	};
	const changes = changesOf(state, body, blank);
	const contact = { ...blank, ...changes, id: state.newId('contact') };
	state.contacts.set(contact.id, contact);
	return contact;
}

function valuesOf(contact: ContactRecord, field: string): readonly string[] {
	switch (field) {
		case 'id':
			return [contact.id];
		case 'email':
			return contact.emails;
		case 'name':
			return [contact.name];
		case 'account_id':
			return contact.account_id ? [contact.account_id] : [];
		default:
			return customFieldValues(contact, field);
	}
}

const searched = {
	objectType: 'contact',
	valuesOf,
	textsOf: (contact: ContactRecord) => [contact.name, ...contact.emails],
};

export const contacts = {
	getContacts: (context) =>
		listPage(context, context.state.contacts, (contact) => presentContact(context.state, contact)),
	searchContacts: (context) =>
		searchPage(context, context.state.contacts, searched, (contact) =>
			presentContact(context.state, contact),
		),
	getContact: (context) => ({ data: presentContact(context.state, pathContact(context)) }),
	createContact: ({ state, body }) => ({ data: presentContact(state, addContact(state, body)) }),
	updateContact: (context) => {
		const { state } = context;
		const current = pathContact(context);
		const contact = { ...current, ...changesOf(state, context.body, current) };
		state.contacts.set(contact.id, contact);
		return { data: presentContact(state, contact) };
	},
	deleteContact: (context) => {
		const { state } = context;
		const contact = pathContact(context);
		state.contacts.delete(contact.id);
		for (const issue of state.issues.values()) {
			if (issue.requester_id === contact.id)
				state.issues.set(issue.id, { ...issue, requester_id: null });
		}
		return {};
	},
} satisfies Handlers;
