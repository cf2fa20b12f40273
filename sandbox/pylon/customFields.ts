import { badField } from './errors';
import type { CustomFieldMap, CustomFieldRecord, CustomFieldValue } from './records';
import { isDate, isDateTime, isUrl } from './formats';
import type { State } from './state';

/** A custom field as a request writes it: `{slug, value}` or `{slug, values}`; `{slug}` alone empties it. */
export interface WrittenCustomField {
	slug?: string;
	value?: string;
	values?: string[];
}

/** Why a value does not fit a field's type, or undefined when it does. Values are strings for every type. */
function problemWith(value: string, field: CustomFieldRecord, state: State): string | undefined {
	switch (field.type) {
		case 'number':
			return /^-?\d+$/.test(value) ? undefined : 'is not a whole number';
		case 'decimal':
			return /^-?\d+(\.\d+)?$/.test(value) ? undefined : 'is not a number';
		case 'boolean':
			return value === 'true' || value === 'false' ? undefined : 'is neither "true" nor "false"';
		case 'date':
			return isDate(value) ? undefined : 'is not a date like 2026-01-31';
		case 'datetime':
			return isDateTime(value) ? undefined : 'is not an RFC3339 time';
		case 'url':
			return isUrl(value) ? undefined : 'is not a URL';
		case 'user':
			return state.users.has(value) ? undefined : 'is not the id of a user';
		case 'select':
		case 'multiselect':
			return field.options?.some((option) => option.slug === value)
				? undefined
				: 'is not the slug of an option';
		default:
			return undefined;
	}
}

/**
 * A written entry as it is stored; undefined when it unsets the field.
 *
 * @throws ApiError 400 when it has the wrong one of `value` and `values`, or a value that does not fit the field's type
 */
function checked(
	written: WrittenCustomField,
	field: CustomFieldRecord,
	state: State,
): CustomFieldValue | undefined {
	const { slug } = field;
	const name = `custom_fields.${slug}`;
	const isMulti = field.type === 'multiselect';
	if (written.value !== undefined && written.values !== undefined)
		throw badField(name, 'value excludes values');
	if (isMulti && written.value !== undefined) throw badField(name, 'takes values, not value');
	if (!isMulti && written.values !== undefined) throw badField(name, 'takes value, not values');
	const values = written.values ?? (written.value === undefined ? undefined : [written.value]);
	if (!values) return undefined;
	for (const value of values) {
		const problem = problemWith(value, field, state);
		if (problem) throw badField(name, `"${value}" ${problem}`);
	}
	return isMulti ? { value: '', values } : { value: values[0] };
}

/**
 * Applies a request to a record's custom fields. They are written as a list and read as a map by slug; slugs that are
 * not listed keep their value (docs/pylon-api-notes.md#custom-fields). What Pylon does with unknown slugs, values that
 * do not fit and read-only fields is not documented; stricter reading: each is refused.
 *
 * @param state holds the definitions, and the users that a field of the type `user` may name
 * @param objectType whose definitions count, e.g. `issue`; of a custom object as `fieldsOfType` gives it
 * @param current the record's values before the request; not changed
 * @param written the request's list; undefined when it does not mention custom fields
 * @returns the values after the request
 * @throws ApiError 400 for a slug that is unknown, given twice or read-only, and for a value that does not fit
 */
export function writeCustomFields(
	state: State,
	objectType: string,
	current: CustomFieldMap,
	written: readonly WrittenCustomField[] | undefined,
): CustomFieldMap {
	if (!written) return current;
	const result: Record<string, CustomFieldValue> = { ...current };
	const slugs = new Set<string>();
	for (const entry of written) {
		const slug = entry.slug ?? '';
		const field = state.customFields.find('slug', `${objectType}:${slug}`);
		if (!field || field.slug !== slug)
			throw badField('custom_fields', `no ${objectType} field has the slug "${slug}"`);
		if (slugs.has(slug)) throw badField(`custom_fields.${slug}`, 'is given twice');
		slugs.add(slug);
		if (field.is_read_only) throw badField(`custom_fields.${slug}`, 'is read-only');
		const value = checked(entry, field, state);
		if (value) result[slug] = value;
		else delete result[slug];
	}
	return result;
}

/**
 * The custom fields of a new record: the defaults of the definitions, then what the request writes. That defaults are
 * applied is an assumption.
 *
 * @param state see `writeCustomFields`
 * @param objectType see `writeCustomFields`
 * @param written see `writeCustomFields`
 * @returns the values that are stored with the record
 * @throws ApiError 400 as `writeCustomFields` does
 */
export function newCustomFields(
	state: State,
	objectType: string,
	written: readonly WrittenCustomField[] | undefined,
): CustomFieldMap {
	const defaults: Record<string, CustomFieldValue> = {};
	for (const field of state.customFields.values()) {
		if (field.object_type !== objectType) continue;
		const { slug } = field;
		if (field.default_value !== null) defaults[slug] = { value: field.default_value };
		else if (field.default_values)
			defaults[slug] = { value: '', values: [...field.default_values] };
	}
	return writeCustomFields(state, objectType, defaults, written);
}
