import type { IDataObject, IExecuteSingleFunctions, IHttpRequestMethods } from 'n8n-workflow';
import { shown, wrongInput } from '../../parameters/values';
import { isRecord } from '../../../shared/client/envelope';
import { wantedRecords } from '../../run/pages';
import { beforeSending } from '../../run/operationPlan';
import { connectionOf } from '../../run/runState';
import { isLeftOut, isToolCall } from '../../run/tool';
import { toPlace } from './path';

const METHODS: readonly string[] = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] satisfies IHttpRequestMethods[];

function readMethod(context: IExecuteSingleFunctions): IHttpRequestMethods {
	const given = context.getNodeParameter('method', 'GET') as unknown;
	const method = String(given).trim().toUpperCase();
	if (METHODS.includes(method)) return method as IHttpRequestMethods;
	throw wrongInput(context, "'Method' is none that Pylon's API knows", `It is ${shown(given)}. Use one of: ${METHODS.join(', ')}.`);
}

/** @returns undefined when the parameter is empty */
function readObject(context: IExecuteSingleFunctions, name: string, displayName: string): IDataObject | undefined {
	const given = context.getNodeParameter(name, '') as unknown;
	if (given === undefined || given === null || (typeof given === 'string' && given.trim() === '')) {
		const written = context.getNodeParameter(name, '', { rawExpressions: true }) as unknown;
		if (given === '' || written === '' || written === undefined) return undefined;
		throw wrongInput(context, `'${displayName}' yields nothing`, 'Check the expression, or empty the field if nothing shall be sent.');
	}
	let value = given;
	if (typeof given === 'string') {
		try {
			value = JSON.parse(given);
		} catch (error) {
			throw wrongInput(context, `'${displayName}' is not JSON`, `${(error as Error).message}. Write it like {"name":"value"}.`);
		}
	}
	if (isRecord(value)) return value;
	throw wrongInput(context, `'${displayName}' has to be a JSON object`, `It is ${shown(value)}. Write it like {"name":"value"}.`);
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
		if (!['string', 'number', 'boolean'].includes(typeof value)) {
			throw wrongInput(this.context, `The query parameter '${name}' has no value`, `It is ${shown(value)}. Give it text or a number, or leave it out.`);
		}
		const text = String(value);
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
		if (typeof name !== 'string' || name.trim() === '') {
			throw wrongInput(context, "An entry of 'Query Parameters' has no 'Name'", "Fill in 'Name' of each entry, or remove the entry.");
		}
		query.add(name.trim(), value);
	}
	for (const [name, value] of Object.entries(readObject(context, 'queryJson', 'Query Parameters (JSON)') ?? {})) query.add(name, value);
	return query.values;
}

/** A `preSend` that makes the request of the parameters, and refuses what must not or cannot be sent. */
export const anyRequest = beforeSending(async function (request) {
	const method = readMethod(this);
	const { baseUrl } = await connectionOf(this);
	const { path, query } = toPlace(this, this.getNodeParameter('path', ''), baseUrl);
	const body = readObject(this, 'body', 'Body (JSON)');
	if (method === 'GET' && Object.keys(body ?? {}).length > 0) {
		throw wrongInput(this, "'Body (JSON)' does not go with the method GET", "Empty it, put the values into 'Query Parameters', or choose another 'Method'.");
	}
	wantedRecords(this);
	request.method = method;
	request.url = path;
	request.qs = readQuery(this, query);
	request.arrayFormat = 'repeat';
	request.body = method === 'GET' ? undefined : body;
});
