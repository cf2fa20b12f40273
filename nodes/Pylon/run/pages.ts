import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';
import { readPages } from '../../shared/client/pages';
import type { PylonRequest } from '../../shared/client/pylonRequest';
import { operationError, reading, readSwitch, readWholeNumber } from '../../shared/input';
import type { Reply } from './send';

/**
 * Most records of one item. n8n spreads an item's results into a function call, which overflows the stack soon after this
 * many (n8n-core, `routing-node.js`).
 */
const MOST_RECORDS = 100_000;

/** Sends the request of one page. */
export type SendPage = (
	request: PylonRequest,
	isNew: (item: INodeExecutionData) => boolean,
) => Promise<Reply>;

/**
 * @param context the context of an item, with the parameters `returnAll` and `limit`
 * @returns the most records that the user wants; Infinity for all
 * @throws NodeOperationError when `returnAll` is neither true nor false, or `limit` is no whole number from 1 to 100,000
 */
export function readLimit(context: IExecuteSingleFunctions): number {
	if (
		reading(context, () => readSwitch(context.getNodeParameter('returnAll', false), 'Return All'))
	)
		return Infinity;
	const advice = "Change 'Limit', or switch on 'Return All'. Use filters to get fewer records.";
	return reading(context, () =>
		readWholeNumber(context.getNodeParameter('limit', 50), 'Limit', [1, MOST_RECORDS], advice),
	);
}

/** The records of one list so far, over all of its pages and windows. */
export class RecordCollector {
	readonly items: INodeExecutionData[] = [];

	private readonly ids = new Set<string>();

	constructor(
		private readonly context: IExecuteSingleFunctions,
		readonly limit: number,
	) {}

	/** Whether a record has not been on an earlier page. A record without an id always counts as new. */
	readonly isNew = ({ json: { id } }: INodeExecutionData): boolean => {
		if (typeof id !== 'string') return true;
		// One look-up instead of two saves a tenth of the time that a long list takes.
		const before = this.ids.size;
		return this.ids.add(id).size > before;
	};

	/** How many records are still wanted; Infinity where all are. */
	get missing(): number {
		return this.limit - this.items.length;
	}

	/**
	 * Adds the records of one page, up to the limit.
	 * @param items records of which `isNew` was true
	 * @throws NodeOperationError when the list is longer than n8n can take
	 */
	add(items: INodeExecutionData[]): void {
		for (const item of items) {
			if (this.missing <= 0) return;
			if (this.items.length >= MOST_RECORDS) {
				throw operationError(
					this.context,
					`There are more than ${MOST_RECORDS} records`,
					'n8n cannot handle more for one input item. Use filters to get fewer records, or use one input item for each part of the list (for example, for each month).',
				);
			}
			this.items.push(item);
		}
	}
}

/**
 * Follows the pages of one list until enough records are there.
 * @param context the item's context
 * @param request asks for the list, with its filters; it is not changed
 * @param pageSize see `PageOptions` of the client
 * @param collector takes the records
 * @param sendPage sends the request of one page
 * @throws NodeOperationError when a cursor comes twice or is missing, when pages bring nothing new, or when the list is longer
 * than n8n can take; what `sendPage` throws
 */
export async function collectPages(
	context: IExecuteSingleFunctions,
	request: PylonRequest,
	pageSize: number | undefined,
	collector: RecordCollector,
	sendPage: SendPage,
): Promise<void> {
	const pages = readPages(
		request,
		async (page) => {
			const reply = await sendPage(page, collector.isNew);
			return { ...reply, newRecords: reply.items.length };
		},
		{
			pageSize,
			missing: () => collector.missing,
			context,
		},
	);
	for await (const { items } of pages) collector.add(items);
}
