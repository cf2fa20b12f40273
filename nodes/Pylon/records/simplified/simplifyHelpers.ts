import type { GenericValue, IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../shared/client/envelope';

/**
 * @param value a record inside of a record, such as an issue's assignee
 * @param key e.g. `id`
 * @returns its value under that key; null where there is none
 */
export function partOf(value: unknown, key: string): GenericValue {
	return (isRecord(value) ? (value[key] as GenericValue) : undefined) ?? null;
}

/**
 * @param value a list of the API, which may be null
 * @param key the key whose value is taken from each entry; without it, the entries stay as they are
 * @returns the list; empty where there is none
 */
export function listOf(value: unknown, key?: string): GenericValue[] {
	const entries = Array.isArray(value) ? (value as GenericValue[]) : [];
	return key === undefined
		? entries
		: entries.map((entry) => (isRecord(entry) ? partOf(entry, key) : entry));
}

/**
 * Pylon writes a multi-select as `{ value: '', values: [...] }`, and other fields as `{ value }`, in part with an empty list
 * beside it. Only `value` or `values` is the field's own; `interpreted_value(s)` are labels for it.
 */
function valueOf(field: unknown, prefix: '' | 'interpreted_'): GenericValue | undefined {
	if (!isRecord(field)) return prefix === '' ? (field as GenericValue) : undefined;
	const { [`${prefix}value`]: value, [`${prefix}values`]: values } = field;
	const hasValue = value !== undefined && value !== null && value !== '';
	return Array.isArray(values) && (values.length > 0 || !hasValue)
		? values
		: (value as GenericValue);
}

/**
 * @param fields custom fields as Pylon writes them, a map by slug (docs/pylon-api-notes.md#custom-fields)
 * @returns the plain values by slug: text, a list of texts, or null
 */
export const customFieldsOf = (fields: unknown): IDataObject =>
	isRecord(fields)
		? Object.fromEntries(
				Object.entries(fields).map(([slug, field]) => [slug, valueOf(field, '') ?? null]),
			)
		: {};

/** The labels of select fields by slug, where Pylon sends them. */
const customFieldLabelsOf = (fields: unknown): IDataObject =>
	isRecord(fields)
		? Object.fromEntries(
				Object.entries(fields).flatMap(([slug, field]) => {
					const label = valueOf(field, 'interpreted_');
					return label === undefined || label === null ? [] : [[slug, label]];
				}),
			)
		: {};

/**
 * @param record a record with custom fields
 * @returns `custom_fields`: the plain values by slug; and where Pylon sends labels for them, `custom_field_labels`
 */
export function customFieldsIn({ custom_fields: fields }: IDataObject): IDataObject {
	const labels = customFieldLabelsOf(fields);
	return {
		custom_fields: customFieldsOf(fields),
		...(Object.keys(labels).length > 0 && { custom_field_labels: labels }),
	};
}

/**
 * @param property of the record, e.g. `account`
 * @param referred its value: `{ id }`, with a name where it was looked up, or null
 * @param withNames whether names were looked up
 * @returns e.g. `account_id`, and `account_name` when names were looked up
 */
export const nameFields = (
	property: string,
	referred: unknown,
	withNames: boolean,
): IDataObject => ({
	[`${property}_id`]: partOf(referred, 'id'),
	...(withNames && { [`${property}_name`]: partOf(referred, 'name') }),
});

/**
 * @param property of the record, e.g. `assignee`
 * @param person its value, see `nameFields`
 * @param withNames whether names were looked up; without them there is no email either, since Pylon sends only IDs
 * @returns the fields of `nameFields`, and e.g. `assignee_email`
 */
export const personFields = (
	property: string,
	person: unknown,
	withNames: boolean,
): IDataObject => ({
	...nameFields(property, person, withNames),
	...(withNames && { [`${property}_email`]: partOf(person, 'email') }),
});

/**
 * @param record a record of Pylon
 * @param keys the keys that are taken over
 * @returns the record with these keys only; a key that it does not have is null
 */
export function pick(record: IDataObject, ...keys: string[]): IDataObject {
	return Object.fromEntries(keys.map((key) => [key, record[key] ?? null]));
}

/**
 * @param actor a user or a contact (openapi.yaml, `Actor`; a message's author has a name beside them)
 * @returns which of them it is, and that record; both null where there is none
 */
export function personOf(actor: unknown): { type: 'user' | 'contact' | null; person: unknown } {
	const { user, contact } = isRecord(actor) ? actor : {};
	if (isRecord(user)) return { type: 'user', person: user };
	return isRecord(contact) ? { type: 'contact', person: contact } : { type: null, person: null };
}
