import { fieldsOfType } from '../stores/content';
import type { BodyOf, Handlers, RequestContext } from '../context';
import { newCustomFields, writeCustomFields, type WrittenCustomField } from '../customFields';
import { defined } from '../defined';
import { badField, notFound } from '../errors';
import type { CustomFieldMap } from '../records';
import type { CustomObjectRecord } from '../records/content';
import { customFieldValues, listPage, needRecord, needText, searchPage } from './shared';

/** A map keyed by slug, unlike issues, accounts and contacts (openapi.yaml). */
type WrittenMap = Record<string, WrittenCustomField>;

/** "Page size defaults to 25" (openapi.yaml). */
const DEFAULT_LIMIT = 25;

/**
 * The type that the path names.
 *
 * @throws ApiError 404 when the workspace has not defined it
 */
function pathType({ state, params }: RequestContext): string {
	if (!state.customObjectTypes.has(params.type)) throw notFound('Custom object type');
	return params.type;
}

function pathObject(context: RequestContext): CustomObjectRecord {
	const type = pathType(context);
	const object = context.state.customObjects.get(context.params.id);
	if (object?.type !== type) throw notFound('Custom object');
	return object;
}

function present(object: CustomObjectRecord) {
	const account = object.custom_fields.account as { value: string } | undefined;
	return {
		...object,
		relations: account ? [{ object_id: account.value, object_type: 'account' }] : [],
	};
}

/**
 * The written map as the list that the other kinds of record take.
 *
 * @throws ApiError 400 for a key that is not the entry's slug
 */
function asList(
	{ state }: RequestContext,
	written: WrittenMap | undefined,
): WrittenCustomField[] | undefined {
	if (!written) return undefined;
	const { account } = written;
	if (account?.value !== undefined)
		needRecord(state.accounts, 'custom_fields.account', account.value, 'account');
	return Object.entries(written).map(([slug, entry]) => {
		if (entry.slug !== undefined && entry.slug !== slug)
			throw badField(`custom_fields.${slug}`, `names the slug "${entry.slug}"`);
		return { ...entry, slug };
	});
}

function fieldsAfter(
	context: RequestContext,
	current: CustomFieldMap,
	written: WrittenMap | undefined,
): CustomFieldMap {
	return writeCustomFields(
		context.state,
		fieldsOfType(pathType(context)),
		current,
		asList(context, written),
	);
}

function valuesOf(object: CustomObjectRecord, field: string): readonly string[] {
	if (field === 'name' || field === 'created_at' || field === 'updated_at') return [object[field]];
	return customFieldValues(object, field);
}

/**
 * "Same change applied to 1-100 ids" (openapi.yaml). How it fails half-way is not documented; here everything is
 * checked first.
 */
function changeMany(context: RequestContext<BodyOf<'updateCustomObjects'>>) {
	const { state, timestamp } = context;
	const type = pathType(context);
	const { ids, custom_fields } = context.body;
	const changed = ids.map((id) => {
		const object = state.customObjects.get(id);
		if (object?.type !== type) throw badField('ids', `custom object "${id}" not found`);
		return {
			...object,
			custom_fields: fieldsAfter(context, object.custom_fields, custom_fields),
			updated_at: timestamp,
		};
	});
	for (const object of changed) state.customObjects.set(object.id, object);
	return { success: true, updated_ids: ids };
}

export const customObjects = {
	getCustomObjects: (context) => {
		const type = pathType(context);
		const withLimit = { ...context, query: { limit: DEFAULT_LIMIT, ...context.query } };
		return listPage(
			withLimit,
			context.state.customObjects,
			present,
			(object) => object.type === type,
		);
	},
	searchCustomObjects: (context) => {
		const type = pathType(context);
		const { state, body } = context;
		const target = {
			objectType: fieldsOfType(type),
			valuesOf,
			textsOf: (object: CustomObjectRecord) => [object.name],
			belongs: (object: CustomObjectRecord) => object.type === type,
		};
		return searchPage(
			{ ...context, body: { limit: DEFAULT_LIMIT, ...body } },
			state.customObjects,
			target,
			present,
		);
	},
	getCustomObject: (context) => ({ data: present(pathObject(context)) }),
	createCustomObject: (context) => {
		const { state, timestamp } = context;
		const type = pathType(context);
		const { name, custom_fields } = context.body;
		const object: CustomObjectRecord = {
			type,
			name: needText('name', name),
			custom_fields: newCustomFields(state, fieldsOfType(type), asList(context, custom_fields)),
			id: state.newId('customObject'),
			created_at: timestamp,
			updated_at: timestamp,
		};
		state.customObjects.set(object.id, object);
		return { data: present(object) };
	},
	updateCustomObject: (context) => {
		const { state, timestamp } = context;
		const current = pathObject(context);
		const { name, custom_fields } = context.body;
		if (name !== undefined) needText('name', name);
		const object = {
			...current,
			...defined({ name }),
			custom_fields: fieldsAfter(context, current.custom_fields, custom_fields),
			updated_at: timestamp,
		};
		state.customObjects.set(object.id, object);
		return { data: present(object) };
	},
	updateCustomObjects: changeMany,
	deleteCustomObject: (context) => {
		context.state.customObjects.delete(pathObject(context).id);
		return {};
	},
} satisfies Handlers;
