import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import type { PathIds } from './operationPlan';
import { arrive } from './runState';
import { withoutUnsetAiArguments } from './tool';

/**
 * Every item's one way to Pylon: `requestOperations.pagination` of the node, called by n8n once per input item
 * (n8n-core 2.41, `routing-node.js`). Notes at once that the item is there, and hands it to `sendItem`. That is loaded when
 * the first item comes: n8n loads every node when it starts, and needs no more than the description then.
 * @param paths reads the parameters that name the records of a path
 * @returns the function that n8n calls with what it prepared from the description. It returns and throws what `sendItem` does.
 */
export const runItem = (paths: PathIds) =>
	async function (
		this: IExecutePaginationFunctions,
		requestData: DeclarativeRestApiSettings.ResultOptions,
	): Promise<INodeExecutionData[]> {
		const context = withoutUnsetAiArguments(this);
		const preparation = arrive(context);
		const { sendItem } = await import('./sendItem');
		return await sendItem(context, requestData, preparation, paths);
	};
