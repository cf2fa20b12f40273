import type { IDataObject, IExecuteSingleFunctions, IHttpRequestMethods } from 'n8n-workflow';
import { isBlank, readChoice, readJsonObject, readText } from '../../../shared/input';
import { shown, wrongInput } from '../../parameters/values';
import { wantedRecords } from '../../run/pages';
import { beforeSending } from '../../run/operationPlan';
import { connectionOf } from '../../run/runState';
import { isLeftOut, isToolCall } from '../../run/tool';
import { toPlace } from './path';

const METHODS = (['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] satisfies IHttpRequestMethods[]).map((method) => ({ name: method, value: method }));

/** What comes out. */
export const RESPONSES = [
	{
		name: 'Records',
		value: 'records',
		description: 'An item for each record; of lists and searches the pages are followed',
	},
	{
		name: 'Full Response',
		value: 'fullResponse',
		description: 'One item with the body as it came, pagination and request ID included',
	},
];

/** @returns which of `RESPONSES` the user wants */
export const readResponse = (context: IExecuteSingleFunctions): string =>
	readChoice(context.getNodeParameter('response', 'records') as unknown, 'Response', RESPONSES);

/** @returns undefined when the parameter is empty */
function readObject(context: IExecuteSingleFunctions, name: string, displayName: string): IDataObject | undefined {
	const given = context.getNodeParameter(name, '') as unknown;
	if (isBlank(given)) {
		const written = context.getNodeParameter(name, '', { rawExpressions: true }) as unknown;
		if (given === '' || written === '' || written === undefined) return undefined;
		throw wrongInput(context, `'${displayName}' yields nothing`, 'Check the expression, or empty the field if nothing is to be sent.');
	}
	return readJsonObject(given, displayName, '{"name":"value"}') as IDataObject;
}

/** Query parameters by name: text, or a list of text where a name comes several times. */
class Query {
	readonly values: Record<string, string | string[]> = {};

	constructor(private readonly context: IExecuteSingleFunctions) {}

	add(name: string, value: unknown): void {
		if (Array.isArray(value)) {
			for (const one of value) this.add(name, one);
			return;
		}
		if (isBlank(value) || typeof value === 'object') {
			throw wrongInput(this.context, `The query parameter '${name}' has no value`, `It is ${shown(value)}. Give it text or a number, or leave it out.`);
		}
		const text = readText(value, `Query Parameters: ${name}`);
		const before = Object.hasOwn(this.values, name) ? this.values[name] : undefined;
		this.values[name] = before === undefined ? text : [before, text].flat();
	}
}

function readQuery(context: IExecuteSingleFunctions, inPath: URLSearchParams): Query['values'] {
	const query = new Query(context);
	for (const [name, value] of inPath) query.add(name, value);
	const { parameter = [] } = context.getNodeParameter('queryParameters', {}) as { parameter?: IDataObject[] };
	for (const { name, value } of parameter) {
		if (isToolCall(context) && isLeftOut(name) && isLeftOut(value)) continue;
		if (isBlank(name)) {
			throw wrongInput(context, "An entry of 'Query Parameters' has no 'Name'", "Fill in 'Name' of each entry, or remove the entry.");
		}
		query.add(readText(name, 'Name'), value);
	}
	for (const [name, value] of Object.entries(readObject(context, 'queryJson', 'Query Parameters (JSON)') ?? {})) query.add(name, value);
	return query.values;
}

/** A `preSend` that makes the request of the parameters, and refuses what must not or cannot be sent. */
export const anyRequest = beforeSending(async function (request) {
	const method = readChoice(this.getNodeParameter('method', 'GET') as unknown, 'Method', METHODS);
	const { baseUrl } = await connectionOf(this);
	const { path, query } = toPlace(this, this.getNodeParameter('path', ''), baseUrl);
	const body = readObject(this, 'body', 'Body (JSON)');
	if (method === 'GET' && Object.keys(body ?? {}).length > 0) {
		throw wrongInput(this, "'Body (JSON)' does not go with the method GET", "Empty it, put the values into 'Query Parameters', or choose another 'Method'.");
	}
	if (readResponse(this) === 'records') wantedRecords(this);
	request.method = method;
	request.url = path;
	request.qs = readQuery(this, query);
	request.arrayFormat = 'repeat';
	request.body = method === 'GET' ? undefined : body;
});
