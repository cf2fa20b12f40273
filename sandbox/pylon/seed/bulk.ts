import type { State } from '../state';
import { storeAccount, storeContact, storeIssue } from './blank';

/**
 * Adds contacts without accounts: "Contact 1" (contact-1@bulk.example) and so on, counted on from those that there are.
 *
 * @param state the contacts are added to it
 * @param count how many
 * @returns their ids in order
 */
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

/**
 * Adds accounts: "Account 1" (account-1.example, external ID crm-1) and so on, counted on from those that there are.
 *
 * @param state the accounts are added to it
 * @param count how many
 * @param now when they were created, in ms since 1970
 * @returns their ids in order
 */
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
 * Adds issues, each created a little before the one added before it. The first has the highest number.
 *
 * @param state the issues are added to it
 * @param count how many
 * @param now when the first was created, in ms since 1970
 * @param stepMs how much earlier each of the others was created, in ms; default one minute
 * @returns their ids in the order in which they were added, so newest first
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
