import type {
	IDataObject,
	IExecutePaginationFunctions,
	INodeExecutionData,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';

import type { ReceivedRequest, SimulatedPylon } from '../../../../../sandbox/pylon';
import { runNode } from '../../../../support/engine';
import { credentialsFor } from '../../../../support/pylon';

/** What came of one value. */
export interface Outcome {
	message?: string;
	description?: string;
	/** What came out of the item; its error stands there too. */
	output?: IDataObject;
	/** In order; look-ups before the request that the operation is about. */
	requests: ReceivedRequest[];
}

/**
 * One item comes to its end before the next one begins, so no item may wait for the others: as with a user's own batching,
 * here of a batch that is never full.
 */
const requestOptions = {
	maxTries: 1,
	longestWait: 0,
	batching: { batch: { batchSize: 1000, batchInterval: 1000 } },
};

/** For operations that upload. */
const FILE = {
	data: Buffer.from('a file').toString('base64'),
	mimeType: 'text/plain',
	fileName: 'a.txt',
};

type Paginate = (this: IExecutePaginationFunctions, data: never) => Promise<INodeExecutionData[]>;

/**
 * Runs an operation once for each value, all in one run of the node, one item after the other, so that each request is known
 * to be of its item.
 * @param sim the simulated Pylon; its records change
 * @param node the action node, or the tool made of it
 * @param parameters that read the value as `$json.v`
 * @param values of the items
 * @returns what came of each value
 */
export async function outcomesOf(
	sim: SimulatedPylon,
	node: INodeType,
	parameters: INodeParameters,
	values: unknown[],
): Promise<Outcome[]> {
	const requests = values.map((): ReceivedRequest[] => []);
	const operations = node.description.requestOperations as { pagination: Paginate };
	const { pagination } = operations;
	let before: Promise<unknown> = Promise.resolve();
	operations.pagination = async function (data) {
		const mine = before.then(async () => {
			sim.resetLog();
			sim.limits.reset();
			try {
				return await pagination.call(this, data);
			} finally {
				requests[this.getItemIndex()] = [...sim.requests];
			}
		});
		before = mine.catch(() => undefined);
		return await mine;
	};
	try {
		const { items, error } = await runNode({
			node,
			parameters: { ...parameters, requestOptions },
			items: values.map((v) => ({ json: { v } as IDataObject, binary: { data: FILE } })),
			credentials: credentialsFor(sim),
			continueOnFail: true,
		});
		if (error !== undefined) throw error;
		return values.map((_, index) => {
			const own = items.filter(
				({ pairedItem }) => (pairedItem as { item: number } | undefined)?.item === index,
			);
			const output = own.find(({ json }) => json.error !== undefined)?.json ?? own[0]?.json;
			const { message, description } = (output?.error ?? {}) as Partial<Outcome>;
			return { message, description, output, requests: requests[index] };
		});
	} finally {
		operations.pagination = pagination;
	}
}

/**
 * `outcomesOf` with a run for each value, for an operation that does one thing for all items of a run.
 * @param given the arguments of `outcomesOf`
 * @returns what came of each value
 */
export async function outcomesOneByOne(
	...given: Parameters<typeof outcomesOf>
): Promise<Outcome[]> {
	const [sim, node, parameters, values] = given;
	const outcomes: Outcome[] = [];
	for (const value of values) outcomes.push(...(await outcomesOf(sim, node, parameters, [value])));
	return outcomes;
}
