import { blankCustomField } from '../blankRecords';
import type { BodyOfEither, Handlers, RequestContext } from '../context';
import { defined } from '../defined';
import { badField, duplicate, notFound } from '../errors';
import { wholeList } from '../pagination';
import { presentCustomField } from '../present';
import type { CustomFieldRecord, SelectOption } from '../records';
import type { State } from '../state';
import { needText } from './shared';

type FieldBody = BodyOfEither<'createCustomField', 'updateCustomField'>;

function pathField({ state, params }: RequestContext): CustomFieldRecord {
	const field = state.customFields.get(params.id);
	if (!field) throw notFound('Custom field');
	return field;
}

function slugOf(text: string): string {
	return text
		.trim()
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_')
		.replace(/^_|_$/g, '');
}

/**
 * Each slug exists once per object type.
 *
 * @throws ApiError 400 with `exists_id` for a slug of another field
 */
function checkUnique(state: State, objectType: string, slug: string, ownId?: string): void {
	const other = state.customFields.find('slug', `${objectType}:${slug}`);
	if (other && other.id !== ownId) throw duplicate('slug', slug, other.id);
}

/**
 * Options with slugs, made from the label where they are missing.
 *
 * @throws ApiError 400 for options of a type that has none
 */
function optionsOf(type: string, written: SelectOption[] | undefined): SelectOption[] | undefined {
	if (!written) return undefined;
	if (type !== 'select' && type !== 'multiselect')
		throw badField('select_options', `a ${type} field has no options`);
	return written.map((option) => ({ ...option, slug: option.slug ?? slugOf(option.label ?? '') }));
}

function changesOf(body: FieldBody, type: string): Partial<CustomFieldRecord> {
	const { label, slug, description, default_value, default_values, select_options } = body;
	if (label !== undefined) needText('label', label);
	if (slug !== undefined) needText('slug', slug);
	return defined({
		label,
		slug,
		// Whether an empty text clears these is not documented; here it does.
		description: description === undefined ? undefined : description || null,
		default_value: default_value === undefined ? undefined : default_value || null,
		default_values: default_values?.length === 0 ? null : default_values,
		options: optionsOf(type, select_options),
	});
}

export const customFields = {
	getCustomFields: ({ state, query }) => {
		const found = state.customFields
			.newestFirst()
			.filter((field) => field.object_type === query.object_type);
		return wholeList(found.map(presentCustomField));
	},
	getCustomField: (context) => ({ data: presentCustomField(pathField(context)) }),
	createCustomField: ({ state, body, timestamp }) => {
		const { object_type, type, label } = body;
		const changes = changesOf(body, type);
		const slug = changes.slug ?? slugOf(label);
		checkUnique(state, object_type, slug);
		if (type.endsWith('select') && !changes.options?.length)
			throw badField('select_options', `a ${type} field needs options`);
		const field: CustomFieldRecord = {
			...blankCustomField(timestamp),
			object_type,
			type,
			label,
			...changes,
			slug,
			id: state.newId('customField'),
		};
		state.customFields.set(field.id, field);
		return { data: presentCustomField(field) };
	},
	updateCustomField: (context) => {
		const { state, timestamp } = context;
		const current = pathField(context);
		const field = { ...current, ...changesOf(context.body, current.type), updated_at: timestamp };
		checkUnique(state, field.object_type, field.slug, field.id);
		state.customFields.set(field.id, field);
		return { data: presentCustomField(field) };
	},
} satisfies Handlers;
