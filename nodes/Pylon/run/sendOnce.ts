import type {
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeExecutionData,
	DeclarativeRestApiSettings,
} from 'n8n-workflow';
import { isRecord, openEnvelope } from '../../shared/client/envelope';
import { kindOfText, RequestFailed } from '../../shared/client/failure';

/** A good answer. */
export interface Reply {
	/** The records, after what the description does to them. */
	items: INodeExecutionData[];
	body: IDataObject;
	headers: IDataObject;
}

/** What the answer has to be; `any` when the endpoint is not known: then any JSON object, or nothing at all with status 204. */
export type Expected = 'record' | 'list' | 'any';

/**
 * Sends one request by n8n's own means, so that authentication, proxy, timeout and the description's post-processing
 * stay n8n's. `makeRoutingRequest` answers with items only; a function put before the description's own post-processing
 * sees the whole response.
 * @param context of the item
 * @param requestData what n8n prepared for the item
 * @param request what to send; not changed
 * @param expected what the answer has to be, and which of its records were not there before
 * @returns the reply
 * @throws RequestFailed when the answer is not Pylon's JSON; what n8n throws when there is no good answer
 */
export async function sendOnce(
	context: IExecutePaginationFunctions,
	requestData: DeclarativeRestApiSettings.ResultOptions,
	request: IHttpRequestOptions,
	{ kind, isNew }: { kind: Expected; isNew?: (item: INodeExecutionData) => boolean },
): Promise<Reply> {
	let reply: Pick<Reply, 'body' | 'headers'> | undefined;
	const tap = async (_: INodeExecutionData[], response: IN8nHttpFullResponse) => {
		const body = toJson(response, kind);
		reply = { body, headers: response.headers as IDataObject };
		const records = openEnvelope(body, request.method ?? 'GET', kind === 'list');
		return isNew === undefined ? records : records.filter(isNew);
	};
	const receivers = requestData.postReceive;
	receivers.unshift({ data: { parameterValue: undefined }, actions: [tap] });
	try {
		// A copy: authentication writes its header into what it is given.
		const items = await context.makeRoutingRequest({
			...requestData,
			options: { ...request, headers: { ...request.headers } },
		});
		return { ...(reply ?? { body: {}, headers: {} }), items };
	} finally {
		receivers.shift();
	}
}

/**
 * @param expected what the answer has to be
 * @returns Pylon's JSON object
 * @throws RequestFailed when the answer is something else
 */
export function toJson({ body, headers, statusCode }: IN8nHttpFullResponse, expected: Expected): IDataObject {
	const fail = (found: 'html' | 'empty' | 'cut-off JSON' | 'text' | 'a list without records' | 'other JSON') =>
		new RequestFailed({ kind: 'unreadable', status: statusCode, headers: headers as IDataObject, found });
	if (expected === 'any' && statusCode === 204) return {};
	if (typeof body === 'string' || body === undefined || body === null) throw fail(kindOfText(body ?? ''));
	if (!isRecord(body)) throw fail('other JSON');
	if (expected === 'list' && !Array.isArray(body.data) && body.data !== null && body.data !== undefined) {
		throw fail('a list without records');
	}
	if (expected !== 'any' && body.data === undefined && body.request_id === undefined) throw fail('other JSON');
	return body;
}
