import type { State } from '../state';
import { storeAccount, storeContact, storeIssue } from './blank';

/** Adds `count` contacts without accounts, "Contact 1" (contact-1@bulk.example) and so on; gives back their ids in order. */
export function addContacts(state: State, count: number): string[] {
	const first = state.contacts.size;
	return Array.from({ length: count }, (_, index) => {
		const number = first + index + 1;
		return storeContact(state, {
			name: `Contact ${number}`,
			email: `contact-${number}@bulk.example`,
		}).id;
	});
}

/** Adds `count` accounts, "Account 1" (account-1.example, external ID crm-1) and so on; gives back their ids in order. */
export function addAccounts(state: State, count: number, now = Date.now()): string[] {
	const first = state.accounts.size;
	const timestamp = new Date(now).toISOString();
	return Array.from({ length: count }, (_, index) => {
		const number = first + index + 1;
		return storeAccount(state, timestamp, {
			name: `Account ${number}`,
			domains: [`account-${number}.example`],
			external_ids: [{ external_id: `crm-${number}`, label: 'crm' }],
		}).id;
	});
}

/**
 * Adds `count` issues, each created `stepMs` (default one minute) before the one added before it, the first at `now` and
 * with the highest number; gives back their ids in that order, so newest first.
 */
export function addIssues(
	state: State,
	count: number,
	now = Date.now(),
	stepMs = 60_000,
): string[] {
	const next = state.nextIssueNumber + count;
	state.nextIssueNumber = next;
	return Array.from({ length: count }, (_, index) => {
		const number = next - 1 - index;
		return storeIssue(state, new Date(now - index * stepMs).toISOString(), {
			number,
			title: `Issue ${number}`,
		}).id;
	});
}
