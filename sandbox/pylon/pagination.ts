import { createHash } from 'node:crypto';
import { ApiError } from './errors';
import type { Place, RecordStore, StoredRecord } from './stores/recordStore';

/** Misbehaviour of one page, put into a request's context by a fault. */
export type PageFault = 'repeated-cursor' | 'empty-page' | 'same-record' | 'endless';

/**
 * What a list answers, before the envelope's `request_id`. As recorded, the last page has no `pagination`, and a page
 * without records has no `data` either (issues-search-last.json and issues-search-empty.json in
 * test/fixtures/recorded).
 */
export type Page<Out> = {
	data?: Out[];
	pagination?: { cursor: string; has_next_page: boolean };
};

interface CursorContent {
	/** Place of the last record seen; null in front of the first. */
	after: Place | null;
	/** Fingerprint of the query that the cursor belongs to. */
	query: string;
	/** Distinguishes two cursors for one place, as an empty page in between needs it. */
	nonce?: number;
}

/** Which records a list shows, and which page of them is asked for. */
export interface PageRequest<T extends StoredRecord> {
	store: RecordStore<T>;
	/** Which records belong to the result. */
	matches?: (record: T) => boolean;
	cursor?: string;
	limit: number;
	/** What else selects the records (filter, window, operation): a cursor of another query is refused. */
	query: unknown;
	oldestFirst?: boolean;
	fault?: PageFault;
}

function fingerprint(query: unknown): string {
	return createHash('sha1').update(JSON.stringify(query)).digest('base64url').slice(0, 10);
}

function encode(content: CursorContent): string {
	return Buffer.from(JSON.stringify(content)).toString('base64url');
}

function isCursor(value: unknown): value is CursorContent {
	return typeof value === 'object' && value !== null && 'after' in value && 'query' in value;
}

/**
 * What a real cursor contains is not documented. Stricter reading: text that is no cursor, or one that another query
 * made (so a page without its filters), is refused.
 *
 * @throws ApiError 400 for either
 */
function decode(cursor: string, query: string): CursorContent {
	let content: unknown;
	try {
		content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
	} catch {
		throw new ApiError(400, 'cursor: not a cursor of this API');
	}
	if (!isCursor(content)) throw new ApiError(400, 'cursor: not a cursor of this API');
	if (content.query !== query)
		throw new ApiError(400, 'cursor: belongs to a query with other parameters');
	return content;
}

/**
 * One page of the matching records, newest first unless told otherwise, with the cursor of the next page
 * (docs/pylon-api-notes.md#pagination).
 *
 * @param request `limit` counts records and is Infinity for all; `cursor` is undefined for the first page; `fault`
 * spoils the page
 * @param present turns a stored record into what the reply shows
 * @returns the page; without `pagination` when it is the last one, without `data` when it is empty
 * @throws ApiError 400 for a cursor that is not one of this query
 */
export function paginate<T extends StoredRecord, Out>(
	request: PageRequest<T>,
	present: (record: T) => Out,
): Page<Out> {
	const query = fingerprint(request.query);
	const given: CursorContent = request.cursor
		? decode(request.cursor, query)
		: { after: null, query };
	if (request.fault === 'empty-page') {
		return {
			data: [],
			pagination: {
				cursor: encode({ ...given, nonce: (given.nonce ?? 0) + 1 }),
				has_next_page: true,
			},
		};
	}
	const { store, limit } = request;
	const records = store.newestFirst();
	const step = request.oldestFirst ? -1 : 1;
	let position = request.oldestFirst ? records.length - 1 : 0;
	if (given.after) {
		position = store.positionOf(given.after);
		const seen =
			position < records.length && store.placeOf(records[position].id)[1] === given.after[1];
		if (request.oldestFirst) position -= 1;
		else if (seen) position += 1;
		if (request.fault === 'same-record' && limit > 1) position = stepBack(request, position, step);
	}
	const found: T[] = [];
	let hasNext = false;
	for (; position >= 0 && position < records.length; position += step) {
		if (request.matches && !request.matches(records[position])) continue;
		if (found.length === limit) {
			hasNext = true;
			break;
		}
		found.push(records[position]);
	}
	const last = found.at(-1);
	const after = last ? store.placeOf(last.id) : given.after;
	let next = hasNext ? encode({ after, query }) : undefined;
	if (request.fault === 'endless') next ??= encode({ after, query, nonce: (given.nonce ?? 0) + 1 });
	const cursor = request.fault === 'repeated-cursor' ? (request.cursor ?? next) : next;
	return {
		...wholeList(found.map(present)),
		...(cursor === undefined ? {} : { pagination: { cursor, has_next_page: true } }),
	};
}

/** The position of the matching record before `position`, so that the page begins with the last one of the page before. */
function stepBack<T extends StoredRecord>(
	request: PageRequest<T>,
	position: number,
	step: number,
): number {
	const records = request.store.newestFirst();
	for (let back = position - step; back >= 0 && back < records.length; back -= step) {
		if (!request.matches || request.matches(records[back])) return back;
	}
	return position;
}

/**
 * A list that the API returns whole (docs/pylon-api-notes.md#whole-lists).
 *
 * @param data the records as the reply shows them
 * @returns the list as `data`; nothing when it is empty, as recorded of a search
 */
export function wholeList<Out>(data: Out[]): Page<Out> {
	return data.length > 0 ? { data } : {};
}
