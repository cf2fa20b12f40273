import type { INodeParameters, INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { filterFields } from '../../nodes/Pylon/parameters/filter/searchFields';
import type { Operation } from '../../nodes/Pylon/operations/operation';
import type { ReceivedRequest } from '../../sandbox/pylon';
import { document, operations } from '../../sandbox/pylon/document';

/** Paths of every value in the parameters, indexes left out: `updateFields.emails.email.isPrimary`. */
function pathsIn(value: unknown, path: string, found: Set<string>): void {
	if (path !== '') found.add(path);
	if (Array.isArray(value)) {
		for (const entry of value) pathsIn(entry, path, found);
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, entry] of Object.entries(value))
			pathsIn(entry, path === '' ? key : `${path}.${key}`, found);
	}
}

function pathsOf(field: INodeProperties, prefix = ''): string[] {
	const path = `${prefix}${field.name}`;
	if (field.type === 'notice' || field.type === 'hidden') return [];
	// The same for all searches, and tested for each of them in one place (test/nodes/Pylon/parameters/conditions.test.ts).
	if (filterFields.includes(field) && field.name !== 'filterJson') return [];
	if (field.type === 'collection') {
		return (field.options as INodeProperties[]).flatMap((entry) => pathsOf(entry, `${path}.`));
	}
	if (field.type === 'fixedCollection') {
		return (field.options as INodePropertyCollection[]).flatMap(({ name, values }) =>
			values.flatMap((entry) => pathsOf(entry, `${path}.${name}.`)),
		);
	}
	return [path];
}

/**
 * @param operation of the node
 * @param given parameters of each case
 * @returns paths of the operation's parameters that appear in no case
 */
export function missingParameters(operation: Operation, given: INodeParameters[]): string[] {
	const found = new Set<string>();
	for (const parameters of given) pathsIn(parameters, '', found);
	return operation.fields.flatMap((field) => pathsOf(field)).filter((path) => !found.has(path));
}

interface Schema {
	$ref?: string;
	properties?: Record<string, unknown>;
}

interface ApiOperation {
	operationId: string;
	parameters?: Array<{ $ref?: string; name?: string; in?: string }>;
	requestBody?: { content: Record<string, { schema: Schema }> };
}

function lookUp<T extends { $ref?: string }>(node: T): T {
	if (node.$ref === undefined) return node;
	const parts = node.$ref.slice(2).split('/');
	return parts.reduce<unknown>(
		(part, key) => (part as Record<string, unknown>)[key],
		document,
	) as T;
}

/** Query parameters and properties of the body, as `operationId: name`; the transport's own (cursor, limit) left out. */
function fieldsOf({ operationId, parameters = [], requestBody }: ApiOperation): string[] {
	const query = parameters.map(lookUp).filter((parameter) => parameter.in === 'query');
	const bodies = Object.values(requestBody?.content ?? {}).map(({ schema }) => lookUp(schema));
	const names = [
		...query.map(({ name = '' }) => name),
		...bodies.flatMap(({ properties = {} }) => Object.keys(properties)),
	];
	return names
		.filter((name) => !['cursor', 'limit'].includes(name))
		.map((name) => `${operationId}: ${name}`);
}

const shapeOf = (path: string) => path.replace(/\{[^}]*\}/g, '{}');

/**
 * @param operation of the node, which declares one of openapi.yaml by method and path
 * @param sent what its cases sent
 * @param more operations of openapi.yaml that it uses too; fields that are not offered, with the reason
 * @returns fields of those operations that no case sent
 */
export function missingFields(
	operation: Operation,
	sent: ReceivedRequest[],
	{ notOffered, also }: { notOffered: Record<string, string>; also: string[] },
): string[] {
	const { method, url } = operation.request;
	const used = [...operations.values()].filter(
		({ method: its, path, operation: { operationId } }) =>
			also.includes(operationId) || (its === method && shapeOf(path) === shapeOf(url)),
	);
	const found = new Set<string>();
	for (const { operationId, query, body } of sent) {
		const names = [query, body].flatMap((part) =>
			typeof part === 'object' && part !== null ? Object.keys(part) : [],
		);
		for (const name of names) found.add(`${operationId}: ${name}`);
	}
	return used
		.flatMap(({ operation: declared }) => fieldsOf(declared as unknown as ApiOperation))
		.filter((field) => !found.has(field) && !Object.hasOwn(notOffered, field.split(': ')[1]));
}
