import { newIssue } from '../newIssue';
import type { AccountRecord, ContactRecord, IssueRecord, MessageRecord } from '../records';
import type { State } from '../state';

/** Stores an account with the given properties, the rest as a plain customer without anything. `timestamp` is RFC3339. */
export function storeAccount(
	state: State,
	timestamp: string,
	account: Partial<AccountRecord> & { name: string },
): AccountRecord {
	const record: AccountRecord = {
		id: state.newId('account'),
		type: 'customer',
		domains: [],
		primary_domain: account.domains?.[0] ?? null,
		external_ids: [],
		owner_id: null,
		tags: [],
		custom_fields: {},
		channels: [],
		subaccount_ids: [],
		logo_url: null,
		is_disabled: false,
		created_at: timestamp,
		updated_at: timestamp,
		...account,
	};
	state.accounts.set(record.id, record);
	return record;
}

/** Stores a contact with the given properties. */
export function storeContact(
	state: State,
	contact: Partial<ContactRecord> & { name: string },
): ContactRecord {
	const record: ContactRecord = {
		id: state.newId('contact'),
		email: null,
		emails: contact.email ? [contact.email] : [],
		account_id: null,
		external_ids: [],
		custom_fields: {},
		phone_numbers: [],
		primary_phone_number: null,
		portal_role: 'no_access',
		portal_role_id: null,
		avatar_url: null,
		...contact,
	};
	state.contacts.set(record.id, record);
	return record;
}

/**
 * Stores an issue with the given properties and the message it began with, written by its requester or, without one, by
 * the token's user. `timestamp` is RFC3339.
 */
export function storeIssue(
	state: State,
	timestamp: string,
	issue: Partial<IssueRecord> & { title: string },
): IssueRecord {
	const record = newIssue(state, { created_at: timestamp, ...issue });
	const requesterId = record.requester_id ?? state.tokenUserId;
	const message: MessageRecord = {
		id: state.newId('message'),
		issue_id: record.id,
		author: state.users.has(requesterId) ? { user_id: requesterId } : { contact_id: requesterId },
		is_private: false,
		message_html: record.body_html,
		source: record.source,
		file_urls: record.attachment_urls,
		email_info: null,
		thread_id: null,
		created_at: record.created_at,
	};
	state.messages.set(message.id, message);
	return record;
}
