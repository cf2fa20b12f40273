import type { RequestContext } from '../context';
import { operations } from '../document';
import { badField, duplicate, notFound } from '../errors';
import { compileFilter, type ValuesOf } from '../filters';
import { paginate, type Page } from '../pagination';
import type { CustomFieldMap, ExternalId, IssueRecord } from '../records';
import type { FilterNode } from '../records/filter';
import type { RecordStore, StoredRecord } from '../recordStore';

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
 * One page of a cursor-paged list: `GET` with `cursor` and `limit` in the query. `firstLimit` is the size of the first page
 * when the request names none.
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

/** How a resource is searched. */
export interface SearchTarget<T> {
	objectType: string;
	valuesOf: ValuesOf<T>;
	/** What `search_text` looks through. The real search is fuzzy; that each word is in one of them is enough here. */
	textsOf: (record: T) => ReadonlyArray<string | null>;
	/** Which records of the store there are at all; default all. */
	belongs?: (record: T) => boolean;
}

/** One page of a search: filter and text of the body, intersected. Throws 400 for a filter that breaks the grammar. */
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

/** The values of a custom field, for a filter on its slug. */
export function customFieldValues(
	{ custom_fields }: { custom_fields: CustomFieldMap },
	slug: string,
): readonly string[] {
	if (!Object.hasOwn(custom_fields, slug)) return [];
	const { value, values } = custom_fields[slug];
	return values ?? [value];
}

/**
 * The issue that the path names: by UUID, and by number where `x-accepts` of the operation says so (stricter reading: not
 * elsewhere). Throws 404.
 */
export function pathIssue({ state, params, operationId }: RequestContext): IssueRecord {
	const takesNumber = operations.get(operationId)?.operation['x-accepts']?.includes('issue number');
	const issue =
		state.issues.get(params.id) ??
		(takesNumber ? state.issues.find('number', params.id) : undefined);
	if (!issue) throw notFound('Issue');
	return issue;
}

/** A name or title as it may be stored. Throws 400 for one that is empty or only spaces (undocumented; stricter reading). */
export function needText(field: string, text: string): string {
	if (text.trim() === '') throw badField(field, 'must not be empty');
	return text;
}

/** A store of any kind of record, as far as these checks need it. */
type AnyStore = Pick<ReadonlyMap<string, unknown>, 'has'>;

/** Throws 400 unless `id` is that of a stored record; `field` names the property that holds it. */
export function needRecord(store: AnyStore, field: string, id: string, kind: string): void {
	if (!store.has(id)) throw badField(field, `${kind} "${id}" not found`);
}

/** An id, or '' which clears it: null then. Throws 400 for the id of no record; undefined stays undefined. */
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
 * External ids as they may be stored: ids unique per object type, labels unique per object (openapi.yaml, ExternalID).
 * Throws 400, with exists_id when another record has one of them.
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
