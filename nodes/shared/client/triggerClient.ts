import type {
	IDataObject,
	IHookFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	IPollFunctions,
	IWebhookFunctions,
	NodeApiError,
} from 'n8n-workflow';
import { sendUntilAnswered, type Allowance } from './retry';
import { isRecord } from './envelope';
import type { Asked } from './errorTexts';
import { factsOfError } from './errors';
import { RequestFailed } from './failure';
import { limitKey } from './rateLimit';
import { displayNameOf } from '../../Pylon/run/recordId';
import { connect } from '../../Pylon/run/runState';
import { toJson } from '../../Pylon/run/sendOnce';

/** The nodes that have no items: triggers. */
export type TriggerContext = IWebhookFunctions | IPollFunctions | IHookFunctions;

/** What a trigger asks of Pylon. Only what may be repeated: reads and searches. */
export interface TriggerRequest {
	/** E.g. `/issues/{issueId}`: limits go by it. */
	template: string;
	/** What stands for the names in braces; percent-encoded here. */
	ids?: Record<string, string>;
	/** A search when given, else a read. */
	body?: IDataObject;
	qs?: IDataObject;
}

/** How long a trigger may take over all that it asks. */
export interface Patience {
	/** Milliseconds that it may wait for Pylon's limits and between tries. */
	longestWaitMs: number;
	/** Times that one request may be sent, refusals for too many calls not counted. */
	tries: number;
	/** Milliseconds that one request may take. */
	timeoutMs: number;
}

export interface PylonClient {
	/** Names the account in caches; does not give the token away. */
	readonly key: string;
	/**
	 * @returns the one record of the answer
	 * @throws NodeApiError when no good answer came
	 */
	record(request: TriggerRequest): Promise<IDataObject>;
	/**
	 * @returns one page of a list as Pylon sends it: `data`, `pagination`
	 * @throws NodeApiError when no good answer came
	 */
	page(request: TriggerRequest): Promise<IDataObject>;
}

const fill = (template: string, ids: Record<string, string>): string =>
	template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''));

function recordOf(template: string, ids: Record<string, string>): Asked['record'] {
	const name = [...template.matchAll(/\{(\w+)\}/g)].at(-1)?.[1];
	return name === undefined ? undefined : { displayName: displayNameOf(name), value: ids[name] ?? '' };
}

/** The words for these two name parameters of the Pylon node that triggers do not have. */
function withoutRequestOptions(error: unknown): unknown {
	const { status, code } = factsOfError(error);
	const known = error as NodeApiError;
	if (status === 429) {
		known.description = 'Pylon counts calls per minute for each endpoint, over all tokens of the organization.';
	} else if (/^(ECONNABORTED|E(SOCKET)?TIMEDOUT)$/.test(code ?? '')) {
		known.description = 'Try again; https://status.usepylon.com tells whether Pylon is down.';
	}
	return error;
}

/**
 * The transport's entrance for triggers: n8n's own HTTP with the node's credential, the same limits as all requests of
 * this process, the same repeats and the same words as for the items of the Pylon node.
 * @param context of the trigger
 * @param patience shared by all requests of the client
 * @throws NodeOperationError when the credential is not usable; what n8n throws when it cannot be read
 */
export async function pylonFor(context: TriggerContext, patience: Patience): Promise<PylonClient> {
	const item = {
		getNode: () => context.getNode(),
		getItemIndex: () => 0,
		getExecutionCancelSignal: () => undefined,
		getCredentials: async <T extends object>(type: string) => await context.getCredentials<T>(type),
	};
	const { baseUrl, region, token } = await connect(item);
	const allowance: Allowance = { waitMs: patience.longestWaitMs, tries: patience.tries };

	const sendOnce = async (options: IHttpRequestOptions, expected: 'record' | 'list') => {
		const response = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			'pylonApi',
			options,
		)) as IN8nHttpFullResponse;
		const headers = response.headers as IDataObject;
		const answer = toJson(response, expected);
		if (expected === 'record' && !isRecord(answer.data)) {
			throw new RequestFailed({ kind: 'unreadable', status: response.statusCode, headers, found: 'other JSON' });
		}
		return { body: answer, headers };
	};

	const send = async (request: TriggerRequest, expected: 'record' | 'list'): Promise<IDataObject> => {
		const { template, ids = {}, body, qs } = request;
		const method = body === undefined ? 'GET' : 'POST';
		const path = fill(template, ids);
		try {
			const reply = await sendUntilAnswered<{ body: IDataObject }>({
				context: item,
				token,
				limit: limitKey(baseUrl, token, method, template),
				allowance,
				asked: { method, template, path, record: recordOf(template, ids), region, baseUrl, mayHaveHappened: false },
				send: async () =>
					await sendOnce(
						{
							method,
							baseURL: baseUrl,
							url: path,
							qs,
							body,
							json: true,
							returnFullResponse: true,
							timeout: patience.timeoutMs,
							// Like the Pylon node: the token stays here.
							disableFollowRedirect: true,
						},
						expected,
					),
				// Of deletes only.
				alreadyGone: () => {
					throw new RequestFailed({ kind: 'cancelled' });
				},
			});
			return reply.body;
		} catch (error) {
			throw withoutRequestOptions(error);
		}
	};

	return {
		key: limitKey(baseUrl, token, '', ''),
		record: async (request) => (await send(request, 'record')).data as IDataObject,
		page: async (request) => await send(request, 'list'),
	};
}
