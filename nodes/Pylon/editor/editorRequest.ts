import type { IDataObject, IHttpRequestMethods, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { resolveConnection } from '../../shared/client/region';
import { isRecord } from '../../shared/client/envelope';
import { wordsFor, type Words } from '../../shared/client/errorTexts';
import { kindOfText, RequestFailed, toFailure, withoutToken } from '../../shared/client/failure';

/** What the editor asks of Pylon. */
export interface EditorRequest {
	/** Path with its values in place, percent-encoded. */
	path: string;
	/** Default GET. */
	method?: IHttpRequestMethods;
	qs?: IDataObject;
	body?: IDataObject;
	/** Whether the answer is one record, and a 404 stands for none. */
	one?: boolean;
}

/** One page of records; `cursor` leads to the next one. */
export interface EditorPage {
	records: IDataObject[];
	cursor?: string;
}

/** Somebody waits in front of a drop-down: better a sentence than a minute's silence. Tests are less patient. */
export const patience = { ms: 20_000 };

function toPage(reply: unknown, one: boolean): EditorPage {
	const fail = (found: 'html' | 'empty' | 'cut-off JSON' | 'text' | 'a list without records' | 'other JSON') =>
		new RequestFailed({ kind: 'unreadable', status: 200, headers: {}, found });
	if (typeof reply === 'string') throw fail(kindOfText(reply));
	if (!isRecord(reply)) throw fail(reply === undefined || reply === null ? 'empty' : 'other JSON');
	const { data, pagination } = reply;
	if (one && isRecord(data)) return { records: [data] };
	if (data !== undefined && data !== null && !Array.isArray(data)) throw fail('a list without records');
	const { cursor, has_next_page: hasNext } = isRecord(pagination) ? pagination : {};
	return {
		records: (data ?? []).filter(isRecord),
		...(hasNext === true && typeof cursor === 'string' && cursor !== '' ? { cursor } : {}),
	};
}

/**
 * How everything that the editor shows (drop-downs, record pickers) asks Pylon for a list, with the credential of the node.
 * @param context of the editor
 * @param request one page of a list
 * @returns its records
 * @throws NodeOperationError whose message is the sentence of `shared/client/errorTexts.ts`, with what to do behind it: the
 * editor shows the message alone
 */
export async function askPylon(context: ILoadOptionsFunctions, request: EditorRequest): Promise<EditorPage> {
	const refuse = ({ message, description }: Words) =>
		new NodeOperationError(context.getNode(), `${message}. ${description}`, { description });
	const credentials = await context.getCredentials('pylonApi');
	const connection = resolveConnection(credentials);
	if ('advice' in connection) throw refuse({ message: connection.message, description: connection.advice });
	const { baseUrl, region, token } = connection;
	const { path, method = 'GET', qs, body, one = false } = request;
	const options: IHttpRequestOptions = {
		method,
		baseURL: baseUrl,
		url: path,
		qs,
		body,
		json: true,
		timeout: patience.ms,
		// Like the Pylon node: the token stays here.
		disableFollowRedirect: true,
	};
	try {
		return toPage(await context.helpers.httpRequestWithAuthentication.call(context, 'pylonApi', options), one);
	} catch (error) {
		const failure = toFailure(error, false);
		if (failure === undefined) throw new NodeOperationError(context.getNode(), error as Error);
		if (one && failure.kind === 'http' && failure.status === 404) return { records: [] };
		const told = withoutToken(failure, token);
		throw refuse(wordsFor({ method, path, template: path, region, baseUrl, mayHaveHappened: false }, told));
	}
}
