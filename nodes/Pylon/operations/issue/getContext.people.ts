import type { GenericValue, IDataObject } from 'n8n-workflow';
import { simplifyContact } from '../../records/simplified/contact';
import { partOf, pick } from '../../records/simplified/simplifyHelpers';
import { errorDetails } from '../../../shared/client/errors';
import type { Call } from '../../run/operationPlan';
import type { Message } from './messages';
import { recordIn, textOf, type PylonRecord } from './readRecord';

/** Kinds of record that an issue refers to by `{ id }` alone. */
const REFERRED = {
	account: { path: '/accounts', template: '/accounts/{accountId}' },
	contact: { path: '/contacts', template: '/contacts/{contactId}' },
	user: { path: '/users', template: '/users/{userId}' },
} as const;

/** A record that was deleted or merged since, or is of another kind: the rest is of use without it. */
const noneWhenGone = (error: unknown): null => {
	if (errorDetails(error).status === 404) return null;
	throw error;
};

/**
 * A record that another one refers to. Items of one run share it.
 * @param call of the item
 * @param kind of the record
 * @param reference as Pylon sends it, `{ id }`
 * @returns null when there is none (any more)
 */
export async function referred(call: Call, kind: keyof typeof REFERRED, reference: unknown): Promise<PylonRecord | null> {
	const id = textOf(partOf(reference, 'id'));
	if (id === undefined) return null;
	const { path, template } = REFERRED[kind];
	const url = `${path}/${encodeURIComponent(id)}`;
	return await call.cached(`context ${url}`, async () => {
		const items = await call.send({ method: 'GET', url }, template).catch(noneWhenGone);
		return items && recordIn(call, items, kind);
	});
}

/**
 * Who opened an issue: mostly a contact, but a colleague is one of Pylon's users, whom it does not know as a contact.
 * @param call of the item
 * @param reference to the requester, `{ id }`
 * @returns the person, simplified, with `kind`; null when there is none (any more)
 */
export async function requesterOf(call: Call, reference: unknown): Promise<IDataObject | null> {
	const contact = await referred(call, 'contact', reference);
	if (contact !== null) return { kind: 'customer', ...simplifyContact(contact) };
	const user = await referred(call, 'user', reference);
	return user && { kind: 'agent', ...pick(user, 'id', 'name', 'email') };
}

/**
 * Name and email of a user or team, which Pylon refers to by `{ id }` alone. Both lists come whole in one request, once a
 * run (openapi.yaml, `getUsers` and `getTeams`).
 * @param call of the item
 * @param kind of the record
 * @param reference as Pylon sends it
 * @returns what the list has of it; null for what it has not
 */
export async function namesOf(
	{ cached, send }: Call,
	kind: 'users' | 'teams',
	reference: unknown,
): Promise<{ name: GenericValue; email: GenericValue }> {
	const id = textOf(partOf(reference, 'id'));
	if (id === undefined) return { name: null, email: null };
	const records = await cached(`context ${kind}`, async () => {
		const items = await send({ method: 'GET', url: `/${kind}` }, `/${kind}`);
		return new Map(items.map(({ json }) => [json.id, json]));
	});
	const record = records.get(id);
	return { name: partOf(record, 'name'), email: partOf(record, 'email') ?? partOf(reference, 'email') };
}

/**
 * Fills in what messages do not say of their authors, as far as it is known without a request for each: of the requester,
 * and of users.
 * @param call of the item
 * @param messages of the issue
 * @param requester of the issue (see `requesterOf`)
 * @returns the messages with names and emails
 */
export async function withAuthors(call: Call, messages: Message[], requester: IDataObject | null): Promise<Message[]> {
	const named: Message[] = [];
	for (const message of messages) {
		const { author } = message;
		const isRequester = author.id !== undefined && author.id === requester?.id;
		const person = isRequester ? requester : author.kind === 'agent' && author.email === undefined ? await namesOf(call, 'users', author) : {};
		named.push({ ...message, author: { ...author, name: author.name ?? textOf(person.name), email: author.email ?? textOf(person.email) } });
	}
	return named;
}
