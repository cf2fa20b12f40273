import { blankAccount, blankContact } from '../blankRecords';
import { newIssue } from '../newIssue';
import type { AccountRecord, ContactRecord, IssueRecord, MessageRecord } from '../records';
import type { State } from '../state';

/**
 * Stores an account. What is not given is as of a plain customer without anything.
 *
 * @param state the account is added to it
 * @param timestamp when it was created, RFC 3339
 * @param account what is given; the first of its `domains` is the primary one unless it says otherwise
 * @returns the stored account
 */
export function storeAccount(
	state: State,
	timestamp: string,
	account: Partial<AccountRecord> & { name: string },
): AccountRecord {
	const record: AccountRecord = {
		...blankAccount(timestamp),
		id: state.newId('account'),
		primary_domain: account.domains?.[0] ?? null,
		...account,
	};
	state.accounts.set(record.id, record);
	return record;
}

/**
 * Stores a contact. What is not given is as of somebody without an account who cannot use the portal.
 *
 * @param state the contact is added to it
 * @param contact what is given; its `email` is its only address unless it has `emails`
 * @returns the stored contact
 */
export function storeContact(
	state: State,
	contact: Partial<ContactRecord> & { name: string },
): ContactRecord {
	const record: ContactRecord = {
		...blankContact(),
		id: state.newId('contact'),
		emails: contact.email ? [contact.email] : [],
		...contact,
	};
	state.contacts.set(record.id, record);
	return record;
}

/**
 * Stores an issue with the message that it began with, written by its requester or, without one, by the token's user.
 *
 * @param state issue and message are added to it
 * @param timestamp when the issue was created, RFC 3339, unless `issue` says otherwise
 * @param issue what is given, see `newIssue`
 * @returns the stored issue
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
