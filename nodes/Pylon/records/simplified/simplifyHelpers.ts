import type { GenericValue, IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../shared/client/envelope';

/**
 * @param value a record inside of a record, such as an issue's assignee
 * @param key e.g. `id`
 * @returns what it has there; null where there is none
 */
export function partOf(value: unknown, key: string): GenericValue {
	return (isRecord(value) ? (value[key] as GenericValue) : undefined) ?? null;
}

/**
 * @param value a list of the API, which may be null
 * @param key of its entries that is taken; without it the entries as they are
 */
export function listOf(value: unknown, key?: string): GenericValue[] {
	const entries = Array.isArray(value) ? (value as GenericValue[]) : [];
	return key === undefined ? entries : entries.map((entry) => (isRecord(entry) ? partOf(entry, key) : entry));
}

/**
 * @param value custom fields as Pylon writes them: a map of `{ slug, value }` or `{ slug, values }`
 * (docs/pylon-api-notes.md#custom-fields)
 * @returns the plain values by slug: text, a list of texts, or null
 */
export function customFieldsOf(value: unknown): IDataObject {
	if (!isRecord(value)) return {};
	return Object.fromEntries(
		Object.entries(value).map(([slug, field]) => {
			if (!isRecord(field)) return [slug, field ?? null];
			return [slug, Array.isArray(field.values) ? field.values : (field.value ?? null)];
		}),
	) as IDataObject;
}

/**
 * @param record of Pylon
 * @param keys of it that are taken over; null where the record has none
 */
export function pick(record: IDataObject, ...keys: string[]): IDataObject {
	return Object.fromEntries(keys.map((key) => [key, record[key] ?? null]));
}

/**
 * @param actor a user or a contact (openapi.yaml, `Actor`; a message's author has a name beside)
 * @returns which of them it is, and that record; nothing of both where there is none
 */
export function personOf(actor: unknown): { type: 'user' | 'contact' | null; person: unknown } {
	const { user, contact } = isRecord(actor) ? actor : {};
	if (isRecord(user)) return { type: 'user', person: user };
	return isRecord(contact) ? { type: 'contact', person: contact } : { type: null, person: null };
}
