import type { State } from './state';

/**
 * How Pylon shows an empty list in several places, such as an issue's tags (docs/pylon-api-notes.md#absent-and-null).
 *
 * @param list as stored
 * @returns the list; null when it is empty
 */
export const orNull = <T>(list: readonly T[]): readonly T[] | null =>
	list.length > 0 ? list : null;

/**
 * An account inside another record has its id and external IDs, nothing else (docs/pylon-api-notes.md#people).
 *
 * @param state holds the accounts
 * @param id of the account; null for none
 * @returns what the record shows; null for no account, or one that is gone
 */
export function miniAccount(state: State, id: string | null) {
	const account = id === null ? undefined : state.accounts.get(id);
	return account ? { id: account.id, external_ids: orNull(account.external_ids) } : null;
}

/**
 * A contact inside another record has its id and nothing else (docs/pylon-api-notes.md#people).
 *
 * @param state holds the contacts
 * @param id of a contact, or of anything else; null for none
 * @returns what the record shows; null unless it is the id of a contact
 */
export function miniContact(state: State, id: string | null) {
	return id !== null && state.contacts.has(id) ? { id } : null;
}

/**
 * A user inside another record has its id and nothing else (docs/pylon-api-notes.md#people).
 *
 * @param state holds the users
 * @param id of a user, or of anything else; null for none
 * @returns what the record shows; null unless it is the id of a user
 */
export function miniUser(state: State, id: string | null) {
	return id !== null && state.users.has(id) ? { id } : null;
}

/**
 * A user or a contact inside another record (openapi.yaml, `Actor`).
 *
 * @param state holds the users and contacts
 * @param id of either; null for none
 * @returns `{user}` or `{contact}`, whichever it is; null for neither
 */
export function miniActor(state: State, id: string | null) {
	const user = miniUser(state, id);
	const contact = miniContact(state, id);
	if (user) return { user };
	return contact && { contact };
}
