import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';
import { UnexpectedError } from 'n8n-workflow';
import { endpointOf } from '../../shared/api/endpoints';
import { sendToPylon, type ClientOptions } from '../../shared/client/client';
import { openEnvelope } from '../../shared/client/envelope';
import type { Expected, PylonRequest } from '../../shared/client/pylonRequest';

/** An answer of Pylon that is no error. */
export interface Reply {
	/** The records, after the post-processing that the description declares. */
	items: INodeExecutionData[];
	body: IDataObject;
	headers: IDataObject;
}

/** What kind of answer must come, and which of its records count. */
export interface ReplyOptions {
	kind: Expected;
	/** Leaves out the records of which it is false; default: all count. */
	isNew?: (item: INodeExecutionData) => boolean;
}

type Receivers = DeclarativeRestApiSettings.ResultOptions['postReceive'];

/** Runs the functions of `routing.output.postReceive`. The declarative kinds are n8n's own, and no operation has one. */
async function postProcess(
	context: IExecutePaginationFunctions,
	receivers: Receivers,
	records: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	let items = records;
	for (const action of receivers.flatMap(({ actions }) => actions)) {
		if (typeof action !== 'function')
			throw new Error(
				`routing.output.postReceive '${action.type}' is not supported: use a function`,
			);
		items = await action.call(context, items, response);
	}
	return items;
}

/**
 * @param items the records of an answer of the kind `record`, which the client refuses when it has none
 * (`shared/client/response.ts`)
 * @returns the record
 * @throws UnexpectedError when the endpoint is of another kind
 */
export function onlyRecord([item]: INodeExecutionData[]): IDataObject {
	if (item === undefined) throw new UnexpectedError('The endpoint answers with no single record');
	return item.json;
}

/**
 * Sends one request of an item. Each call has its own answer, so that several at once do not mix.
 * @param client the item's client
 * @param request what is asked of Pylon
 * @param receivers the post-processing that the description declares
 * @param options see `ReplyOptions`
 * @returns the records, after post-processing
 * @throws PylonApiError when Pylon gives no good answer
 */
export async function send(
	client: ClientOptions,
	request: PylonRequest,
	receivers: Receivers,
	{ kind, isNew }: ReplyOptions,
): Promise<Reply> {
	const { method = 'GET', template } = request;
	const { body, headers, wasDeletedBefore } = await sendToPylon(client, request, kind);
	if (wasDeletedBefore) return { items: [{ json: { deleted: true } }], body, headers };
	// A write may answer with a list too (followers), and an empty one may come without `data`.
	const isList = kind === 'list' || endpointOf(method, template)?.answers === 'list';
	const records = openEnvelope(body, method, isList);
	const newRecords = isNew === undefined ? records : records.filter(isNew);
	const response = { body, headers, statusCode: 200 };
	const items = await postProcess(
		client.context as IExecutePaginationFunctions,
		receivers,
		newRecords,
		response,
	);
	return { items, body, headers };
}
