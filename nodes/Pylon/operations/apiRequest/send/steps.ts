import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { isDeeperThan, MOST_LEVELS } from '../../../../shared/client/response';
import { isBlank, ownValue, readChoice, readJsonObject, readText } from '../../../../shared/input';
import { checkPart } from '../../../parameters/groups/groupField';
import { shown, wrongInput } from '../../../parameters/values';
import { readLimit } from '../../../run/pages';
import type { Step } from '../../../run/operationPlan';
import { connectionOf } from '../../../run/startRun';
import { isLeftOut, isToolCall } from '../../../run/tool';
import { isUrl, toPlace } from './path';
import { QUERY_FORMS, readMethod, readResponse } from './choices';

/** @returns undefined when the parameter is empty */
function readObject(
	context: IExecuteSingleFunctions,
	name: string,
	displayName: string,
): IDataObject | undefined {
	const given = context.getNodeParameter(name, '') as unknown;
	if (isBlank(given)) {
		const written = context.getNodeParameter(name, '', { rawExpressions: true }) as unknown;
		if (given === '' || written === '' || written === undefined) return undefined;
		throw wrongInput(
			context,
			`The expression in '${displayName}' returns nothing`,
			'Check the expression, or clear the field to send nothing.',
		);
	}
	const value = readJsonObject(given, displayName, '{"name":"value"}') as IDataObject;
	if (isDeeperThan(value, MOST_LEVELS)) {
		throw wrongInput(
			context,
			`'${displayName}' is nested too deeply`,
			`It may have ${MOST_LEVELS} levels.`,
		);
	}
	refuseNamesOfObjects(context, value, displayName);
	return value;
}

/** Names that JavaScript's objects use for themselves: such parameters would be lost silently. */
const NAMES_OF_OBJECTS = ['__proto__', 'constructor', 'prototype'];

function refuseNameOfObjects(
	context: IExecuteSingleFunctions,
	name: string,
	displayName: string,
): void {
	if (!NAMES_OF_OBJECTS.includes(name)) return;
	throw wrongInput(
		context,
		`'${displayName}' has the property '${name}', which cannot be sent`,
		'Remove it: Pylon has no property with this name.',
	);
}

function refuseNamesOfObjects(
	context: IExecuteSingleFunctions,
	value: unknown,
	displayName: string,
): void {
	if (typeof value !== 'object' || value === null) return;
	for (const [name, entry] of Object.entries(value)) {
		if (!Array.isArray(value)) refuseNameOfObjects(context, name, displayName);
		refuseNamesOfObjects(context, entry, displayName);
	}
}

/** Query parameters by name: text, or a list of text where a name comes several times. */
class Query {
	readonly values: Record<string, string | string[]> = {};

	constructor(private readonly context: IExecuteSingleFunctions) {}

	add(name: string, value: unknown): void {
		refuseNameOfObjects(this.context, name, 'Query Parameters');
		if (Array.isArray(value)) {
			for (const one of value) this.add(name, one);
			return;
		}
		if (isBlank(value) || typeof value === 'object') {
			throw wrongInput(
				this.context,
				`The query parameter '${name}' has no value`,
				`It is ${shown(value)}. Enter text or a number, or remove the parameter.`,
			);
		}
		const text = readText(value, `Query Parameters: ${name}`);
		const before = ownValue(this.values, name);
		this.values[name] = before === undefined ? text : [before, text].flat();
	}
}

function readQuery(context: IExecuteSingleFunctions, inPath: URLSearchParams): Query['values'] {
	const query = new Query(context);
	for (const [name, value] of inPath) query.add(name, value);
	const from = readChoice(
		context.getNodeParameter('specifyQuery', 'fields') as unknown,
		'Specify Query Parameters',
		QUERY_FORMS,
	);
	if (from === 'json') {
		const given = readObject(context, 'queryJson', 'Query Parameters (JSON)') ?? {};
		for (const [name, value] of Object.entries(given)) query.add(name, value);
		return query.values;
	}
	const { parameter = [] } = context.getNodeParameter('queryParameters', {}) as {
		parameter?: IDataObject[];
	};
	for (const { name, value } of parameter) {
		if (isToolCall(context) && isLeftOut(name) && isLeftOut(value)) continue;
		checkPart(name, 'Query Parameters', 'Name');
		query.add(readText(name, 'Name'), value);
	}
	return query.values;
}

/**
 * Makes the request from the parameters, and refuses one that must not or cannot be sent.
 * @throws NodeOperationError or WrongInput that names the parameter which is wrong; what `connectionOf` throws where 'Path' is
 * a full URL
 */
export const anyRequest: Step = async function (request) {
	const method = readMethod(this);
	const given = this.getNodeParameter('path', '') as unknown;
	// Otherwise the credential is read when the item has got its place.
	const baseUrl = isUrl(given) ? (await connectionOf(this)).baseUrl : '';
	const { path, query } = toPlace(this, given, baseUrl);
	const body = readObject(this, 'body', 'Body (JSON)');
	if (method === 'GET' && Object.keys(body ?? {}).length > 0) {
		throw wrongInput(
			this,
			"'Body (JSON)' cannot be sent with the method GET",
			"Clear it, move the values to 'Query Parameters', or choose another 'Method'.",
		);
	}
	if (readResponse(this) === 'records') readLimit(this);
	request.method = method;
	request.url = path;
	request.qs = readQuery(this, query);
	request.arrayFormat = 'repeat';
	request.body = method === 'GET' ? undefined : body;
};
