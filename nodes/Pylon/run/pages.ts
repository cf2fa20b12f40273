import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { isRecord } from '../../shared/client/envelope';
import type { ListPlan } from './operationPlan';
import type { Reply } from './sendOnce';
import { reading, readSwitch, readWholeNumber } from '../../shared/input';

/** The engine spreads an item's results into a function call, which ends in a stack overflow soon after this many. */
export const MOST_RECORDS = 100_000;

/** Pages in a row without a new record before the list is given up. */
const MOST_EMPTY_PAGES = 100;

/** Sends the request of one page. */
export type SendPage = (
	request: IHttpRequestOptions,
	isNew: (item: INodeExecutionData) => boolean,
) => Promise<Reply>;

/**
 * @param context of the item, with the parameters `returnAll` and `limit`
 * @returns how many records are wanted at most; Infinity for all
 * @throws NodeOperationError when `limit` is no whole number from 1 to 100,000
 */
export function wantedRecords(context: IExecuteSingleFunctions): number {
	if (reading(context, () => readSwitch(context.getNodeParameter('returnAll', false), 'Return All'))) return Infinity;
	const advice = "Change 'Limit', or switch on 'Return All'; narrow a larger list down with filters.";
	return reading(context, () => readWholeNumber(context.getNodeParameter('limit', 50), 'Limit', [1, MOST_RECORDS], advice));
}

/** The records of one list so far, over all of its pages and windows. */
export class Collected {
	readonly items: INodeExecutionData[] = [];

	private readonly ids = new Set<string>();

	constructor(
		private readonly context: IExecuteSingleFunctions,
		readonly wanted: number,
	) {}

	/** Whether a record has not been on an earlier page. A record without an id always counts as new. */
	readonly isNew = ({ json: { id } }: INodeExecutionData): boolean => {
		if (typeof id !== 'string') return true;
		// One look-up instead of two, which is a tenth of the time that a long list takes.
		const before = this.ids.size;
		return this.ids.add(id).size > before;
	};

	get missing(): number {
		return this.wanted - this.items.length;
	}

	/** @throws NodeOperationError when the list is longer than n8n can take */
	add(items: INodeExecutionData[]): void {
		for (const item of items) {
			if (this.missing <= 0) return;
			if (this.items.length >= MOST_RECORDS) {
				throw new NodeOperationError(this.context.getNode(), `There are more than ${MOST_RECORDS} records`, {
					itemIndex: this.context.getItemIndex(),
					description:
						'n8n cannot take more from one input item. Narrow the list down with filters, or send one input item for each part of it (for example for each month).',
				});
			}
			this.items.push(item);
		}
	}
}

function nextCursor(context: IExecuteSingleFunctions, body: IDataObject, seen: Set<string>): string | undefined {
	const pagination = isRecord(body.pagination) ? body.pagination : {};
	if (pagination.has_next_page !== true) return undefined;
	const { cursor } = pagination;
	if (typeof cursor === 'string' && cursor !== '' && !seen.has(cursor)) {
		seen.add(cursor);
		return cursor;
	}
	const odd = typeof cursor === 'string' && cursor !== '' ? 'sent the same page mark twice' : 'sent no page mark';
	throw new NodeOperationError(context.getNode(), `Pylon says that there are more records but ${odd}`, {
		itemIndex: context.getItemIndex(),
		description: 'The list would not be complete, so nothing is returned. Try again; if it happens again, tell Pylon.',
	});
}

/**
 * Follows the pages of one list until enough records are there.
 * @param context of the item
 * @param request of the list, with its filters; not changed
 * @param plan what the endpoint can do
 * @param collected where the records go
 * @param sendPage sends one page
 * @throws NodeOperationError when a cursor comes twice, is missing, or pages bring nothing new
 */
export async function followPages(
	context: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
	plan: ListPlan,
	collected: Collected,
	sendPage: SendPage,
): Promise<void> {
	if (plan.pageSize === 0) {
		collected.add((await sendPage(request, collected.isNew)).items);
		return;
	}
	const place = (request.method ?? 'GET') === 'GET' ? 'qs' : 'body';
	const seen = new Set<string>();
	let cursor: string | undefined;
	let emptyPages = 0;
	do {
		const page: IDataObject = plan.pageSize === undefined ? {} : { limit: Math.min(plan.pageSize, collected.missing) };
		if (cursor !== undefined) page.cursor = cursor;
		const before = collected.items.length;
		const reply = await sendPage(
			{ ...request, [place]: { ...(request[place] as IDataObject), ...page } },
			collected.isNew,
		);
		collected.add(reply.items);
		if (collected.missing <= 0) return;
		emptyPages = collected.items.length === before ? emptyPages + 1 : 0;
		cursor = nextCursor(context, reply.body, seen);
		if (cursor !== undefined && emptyPages >= MOST_EMPTY_PAGES) {
			throw new NodeOperationError(context.getNode(), `Pylon sent ${MOST_EMPTY_PAGES} pages without a new record`, {
				itemIndex: context.getItemIndex(),
				description: 'The list does not come to an end, so nothing is returned. Try again; if it happens again, tell Pylon.',
			});
		}
	} while (cursor !== undefined);
}
