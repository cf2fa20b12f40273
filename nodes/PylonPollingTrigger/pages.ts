import { NodeOperationError, type IDataObject, type INode } from 'n8n-workflow';

import { isRecord } from '../shared/client/envelope';
import type { PylonClient, TriggerRequest } from '../shared/client/triggerClient';

export interface PylonRecord extends IDataObject {
	id: string;
}

/** Pages in a row without a record before a list is given up. */
const MOST_EMPTY_PAGES = 100;

const hasId = (value: unknown): value is PylonRecord => isRecord(value) && typeof value.id === 'string' && value.id !== '';

/**
 * Follows the pages of a list. Tolerates a missing pagination block, a missing list, and empty pages in between
 * (docs/pylon-api-notes.md#pagination).
 * @param request of the list: a search when it has a body
 * @param limit records a page; undefined leaves it to Pylon
 * @param node for the error
 * @returns the records of one page after the other; those without an ID are none
 * @throws NodeApiError when a page did not come; NodeOperationError when the pages lead nowhere
 */
export async function* pages(
	client: PylonClient,
	request: TriggerRequest,
	limit: number | undefined,
	node: INode,
): AsyncGenerator<PylonRecord[], void, undefined> {
	const place = request.body === undefined ? 'qs' : 'body';
	const cursors = new Set<string>();
	let cursor: string | undefined;
	let emptyPages = 0;
	do {
		const page = await client.page({
			...request,
			[place]: { ...request[place], ...(limit !== undefined && { limit }), ...(cursor !== undefined && { cursor }) },
		});
		const records = Array.isArray(page.data) ? page.data.filter(hasId) : [];
		yield records;
		emptyPages = records.length === 0 ? emptyPages + 1 : 0;
		cursor = nextCursor(page, node);
		if (cursor === undefined) return;
		if (cursors.has(cursor) || emptyPages >= MOST_EMPTY_PAGES) throw endless(node);
		cursors.add(cursor);
	} while (cursor !== undefined);
}

function nextCursor({ pagination }: IDataObject, node: INode): string | undefined {
	if (!isRecord(pagination) || pagination.has_next_page !== true) return undefined;
	const { cursor } = pagination;
	if (typeof cursor === 'string' && cursor !== '') return cursor;
	throw endless(node);
}

const endless = (node: INode): NodeOperationError =>
	new NodeOperationError(node, 'Pylon says that there are more records but does not lead to them', {
		description: 'Nothing was put out, and the next poll asks for the same records again. If it happens again, tell Pylon.',
	});
