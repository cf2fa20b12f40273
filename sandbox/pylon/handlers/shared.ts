import type { RequestContext } from '../context';
import { operations } from '../document';
import { badField, duplicate, notFound } from '../errors';
import { compileFilter, type ValuesOf } from '../filters';
import { paginate, type Page } from '../pagination';
import type { CustomFieldMap, ExternalId, IssueRecord } from '../records';
import type { FilterNode } from '../records/filter';
import type { RecordStore, StoredRecord } from '../stores/recordStore';

/** Page size of the lists and searches that name none (openapi.yaml). */
const DEFAULT_LIMIT = 100;

/** The body of a search. */
interface SearchBody {
	filter?: FilterNode;
	search_text?: string;
	cursor?: string;
	limit?: number;
}

/**
 * One page of a list that has `cursor` and `limit` in its query.
 *
 * @param context of the request; a cursor is good for the same operation, path and other parameters only
 * @param store of the records
 * @param present turns a stored record into what the reply shows
 * @param matches tells which records the list has; undefined for all
 * @param firstLimit how many records the first page has when the request names no `limit`
 * @returns the page, newest record first
 * @throws ApiError 400 for a cursor that is not one of this list
 */
export function listPage<T extends StoredRecord, Out>(
	context: RequestContext,
	store: RecordStore<T>,
	present: (record: T) => Out,
	matches?: (record: T) => boolean,
	firstLimit = DEFAULT_LIMIT,
): Page<Out> {
	const { cursor, limit, ...selection } = context.query as { cursor?: string; limit?: number };
	return paginate(
		{
			store,
			matches,
			cursor,
			limit: limit ?? (cursor === undefined ? firstLimit : DEFAULT_LIMIT),
			query: [context.operationId, context.params, selection],
			fault: context.pageFault,
		},
		present,
	);
}

/** How one kind of record is searched. */
export interface SearchTarget<T> {
	/** Whose custom fields can be searched by, e.g. `issue`. */
	objectType: string;
	valuesOf: ValuesOf<T>;
	/**
	 * What `search_text` looks through. Pylon's search is fuzzy; that each word is in one of these texts is enough here.
	 */
	textsOf: (record: T) => ReadonlyArray<string | null>;
	/** Which records of the store there are at all; default all. */
	belongs?: (record: T) => boolean;
}

/**
 * One page of a search: the records that pass the body's filter and have its text.
 *
 * @param context of the request; a cursor is good for the same operation, path, filter and text only
 * @param store of the records
 * @param target how this kind of record is searched
 * @param present turns a stored record into what the reply shows
 * @returns the page, newest record first (docs/pylon-api-notes.md#search-order)
 * @throws ApiError 400 for a filter that breaks the grammar, and for a cursor that is not one of this search
 */
export function searchPage<T extends StoredRecord, Out>(
	context: RequestContext,
	store: RecordStore<T>,
	target: SearchTarget<T>,
	present: (record: T) => Out,
): Page<Out> {
	const { filter, search_text, cursor, limit } = (context.body ?? {}) as SearchBody;
	const { operationId, state } = context;
	const passes = compileFilter(filter, {
		operationId,
		state,
		objectType: target.objectType,
		valuesOf: target.valuesOf,
	});
	const words = (search_text ?? '')
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => word !== '');
	const has = (record: T, word: string) =>
		target.textsOf(record).some((part) => part?.toLowerCase().includes(word));
	const matches = (record: T) =>
		(target.belongs?.(record) ?? true) &&
		passes(record) &&
		words.every((word) => has(record, word));
	return paginate(
		{
			store,
			matches,
			cursor: cursor || undefined,
			limit: limit ?? DEFAULT_LIMIT,
			query: [operationId, context.params, filter ?? null, search_text ?? null],
			fault: context.pageFault,
		},
		present,
	);
}

/**
 * Reads a custom field for a filter on its slug.
 *
 * @param record any kind of record that has custom fields
 * @param slug of the field
 * @returns its value or, of a multi-select, its values; empty when the field is not set
 */
export function customFieldValues(
	{ custom_fields }: { custom_fields: CustomFieldMap },
	slug: string,
): readonly string[] {
	if (!Object.hasOwn(custom_fields, slug)) return [];
	const { value, values } = custom_fields[slug];
	return values ?? [value];
}

/**
 * The issue that the path names: by its id, and by its number where `x-accepts` of the operation says so. Stricter
 * reading: not elsewhere (docs/pylon-api-notes.md#paths).
 *
 * @returns the issue as stored
 * @throws ApiError 404 when there is none
 */
export function pathIssue({ state, params, operationId }: RequestContext): IssueRecord {
	const takesNumber = operations.get(operationId)?.operation['x-accepts']?.includes('issue number');
	const issue =
		state.issues.get(params.id) ??
		(takesNumber ? state.issues.find('number', params.id) : undefined);
	if (!issue) throw notFound('Issue');
	return issue;
}

/**
 * Checks a name or title that is to be stored. That Pylon refuses an empty one is not documented; stricter reading.
 *
 * @param field of the request that has the text
 * @param text as written
 * @returns the text, with the spaces around it
 * @throws ApiError 400 for text that is empty or only spaces
 */
export function needText(field: string, text: string): string {
	if (text.trim() === '') throw badField(field, 'must not be empty');
	return text;
}

/** A store of any kind of record, as far as these checks need it. */
type AnyStore = Pick<ReadonlyMap<string, unknown>, 'has'>;

/**
 * Checks that an id names a record.
 *
 * @param store of the kind of record that is meant
 * @param field of the request that has the id, e.g. `account_id`
 * @param id as written
 * @param kind of record, in the words of the error, e.g. `portal role`
 * @throws ApiError 400 when the store has no such record
 */
export function needRecord(store: AnyStore, field: string, id: string, kind: string): void {
	if (!store.has(id)) throw badField(field, `${kind} "${id}" not found`);
}

/**
 * Reads an id that an empty text clears.
 *
 * @param store of the kind of record that is meant
 * @param field of the request that has the id, e.g. `owner_id`
 * @param id as written; undefined when the request does not mention it
 * @param kind of record, in the words of the error, e.g. `user`
 * @returns the id; null when it is cleared, undefined when it is not mentioned
 * @throws ApiError 400 when the store has no such record
 */
export function idOrCleared(
	store: AnyStore,
	field: string,
	id: string | undefined,
	kind: string,
): string | null | undefined {
	if (id === undefined) return undefined;
	if (id === '') return null;
	needRecord(store, field, id, kind);
	return id;
}

/**
 * Checks external IDs that are to be stored: each exists once per object type, and each label once per object
 * (openapi.yaml, `ExternalID`).
 *
 * @param store of the accounts or of the contacts
 * @param written the request's list
 * @param ownId of the record that gets them; undefined for a new one
 * @returns the list as it is stored
 * @throws ApiError 400 for an empty id or a label that is given twice, and with `exists_id` for an id of another record
 */
export function checkedExternalIds<T extends StoredRecord>(
	store: RecordStore<T>,
	written: ReadonlyArray<Partial<ExternalId>>,
	ownId?: string,
): readonly ExternalId[] {
	const labels = new Set<string>();
	return written.map(({ external_id, ...rest }) => {
		const { label = '' } = rest;
		if (!external_id?.trim()) throw badField('external_ids', 'external_id must not be empty');
		const other = store.find('externalId', external_id);
		if (other && other.id !== ownId) throw duplicate('external_ids', external_id, other.id);
		if (labels.has(label)) throw badField('external_ids', `label "${label}" is given twice`);
		labels.add(label);
		return { external_id, ...rest };
	});
}
