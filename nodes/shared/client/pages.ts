import type { IDataObject } from 'n8n-workflow';
import { operationError, type ErrorContext } from '../input';
import { isRecord } from './envelope';
import type { PylonRequest } from './pylonRequest';

/** Pages in a row without a new record before a list is given up. */
const MOST_EMPTY_PAGES = 100;

/** Most pages of one list. The longest list that n8n takes from one item has some hundreds. */
const MOST_PAGES = 2000;

/** One page: Pylon's answer, and how many of its records were on no earlier page. */
export interface Page {
	body: IDataObject;
	newRecords: number;
}

export interface PageOptions {
	/** Most records per page; 0 when there are no pages; undefined when it is not known whether the endpoint takes a limit. */
	pageSize: number | undefined;
	/** How many records are still wanted; default: all. */
	missing?: () => number;
	/** For the error. */
	context: ErrorContext;
}

/**
 * @param body the answer with one page, with its envelope. Pylon leaves `pagination` out on the last page, and answers only
 * `{ request_id }` to a search that finds nothing.
 * @returns the cursor of the next page; undefined after the last one; empty when Pylon says that there is one but not where
 */
export function nextCursor({ pagination }: IDataObject): string | undefined {
	if (!isRecord(pagination) || pagination.has_next_page !== true) return undefined;
	return typeof pagination.cursor === 'string' ? pagination.cursor : '';
}

/**
 * Puts cursor and limit where the endpoint reads them: those of a search in the body, otherwise in the query.
 * @param request asks for a list; not changed
 * @param page `cursor` and `limit`, each where there is one
 * @returns the request for the page
 */
export function withPage(request: PylonRequest, page: IDataObject): PylonRequest {
	if ((request.method ?? 'GET') === 'GET')
		return { ...request, query: { ...request.query, ...page } };
	return { ...request, body: { ...(request.body as IDataObject | undefined), ...page } };
}

/**
 * Follows the pages of a list.
 * @param request asks for the list, with its filters; not changed
 * @param send asks for one page
 * @param options see `PageOptions`
 * @returns one page after the other, until there is no next one or no further record is wanted
 * @throws NodeOperationError when the pages do not come to an end, or Pylon does not say where the next one is; what `send`
 * throws
 */
export async function* readPages<T extends Page>(
	request: PylonRequest,
	send: (request: PylonRequest) => Promise<T>,
	{ pageSize, missing = () => Infinity, context }: PageOptions,
): AsyncGenerator<T, void, undefined> {
	const fail = (message: string) =>
		operationError(
			context,
			message,
			'The list would be incomplete, so nothing is returned. Try again. If it happens again, report it to Pylon.',
		);
	const seen = new Set<string>();
	let cursor: string | undefined;
	let emptyPages = 0;
	for (let pages = 1; ; pages++) {
		const limit =
			pageSize === undefined || pageSize === 0 ? {} : { limit: Math.min(pageSize, missing()) };
		const page = await send(
			withPage(request, { ...limit, ...(cursor === undefined ? {} : { cursor }) }),
		);
		yield page;
		if (missing() <= 0 || pageSize === 0) return;
		emptyPages = page.newRecords === 0 ? emptyPages + 1 : 0;
		cursor = nextCursor(page.body);
		if (cursor === undefined) return;
		if (cursor === '') throw fail('Pylon says that there are more records but sent no cursor');
		if (seen.has(cursor))
			throw fail('Pylon says that there are more records but sent the same cursor twice');
		if (emptyPages >= MOST_EMPTY_PAGES)
			throw fail(`Pylon sent ${MOST_EMPTY_PAGES} pages without a new record`);
		if (pages >= MOST_PAGES)
			throw fail(`Pylon sent ${MOST_PAGES} pages and says that there are more`);
		seen.add(cursor);
	}
}
