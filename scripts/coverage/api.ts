import { document, operations } from '../../sandbox/pylon/document';

interface Schema {
	$ref?: string;
	properties?: Record<string, Schema>;
	allOf?: Schema[];
}

interface Declared {
	operationId: string;
	summary?: string;
	parameters?: Array<{ $ref?: string; name?: string; in?: string }>;
	requestBody?: { content: Record<string, { schema: Schema }> };
	'x-filterable-fields'?: Record<string, string[]>;
}

/** An operation of openapi.yaml, as far as the node has to match it. */
export interface ApiOperation {
	operationId: string;
	/** Upper case. */
	method: string;
	/** With its parameters, e.g. `/issues/{id}`. */
	path: string;
	summary: string;
	/** Names of query parameters. */
	query: string[];
	/** Properties of the body; one of an object in it is `visibility_config.visibility`. */
	body: string[];
	/** Operators by field; of searches only. */
	filterable?: Record<string, string[]>;
}

/**
 * @param node a part of openapi.yaml
 * @returns what its `$ref` leads to, or the part itself where it has none
 */
export function lookUp<T extends { $ref?: string }>(node: T): T {
	if (node.$ref === undefined) return node;
	const keys = node.$ref.slice(2).split('/');
	return keys.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], document) as T;
}

function propertiesOf(schema: Schema): Record<string, Schema> {
	const { properties, allOf = [] } = lookUp(schema);
	return properties ?? Object.assign({}, ...allOf.map(propertiesOf));
}

/** What these hold is not checked field by field: the tests of the searches check filters as a whole. */
const WHOLE = ['filter', 'conditions', 'customer_visibility_condition'];

function namesIn(schema: Schema, prefix = ''): string[] {
	return Object.entries(propertiesOf(schema)).flatMap(([name, property]) => [
		`${prefix}${name}`,
		...(prefix === '' && !WHOLE.includes(name) ? namesIn(property, `${name}.`) : []),
	]);
}

/** The client sends these by itself. */
const PAGING = ['cursor', 'limit'];

/** All operations of the API, in the order of openapi.yaml. */
export const apiOperations: ApiOperation[] = [...operations.values()].map(({ method, path, operation }) => {
	const { operationId, summary = '', parameters = [], requestBody, ...rest } = operation as unknown as Declared;
	const inQuery = parameters.map(lookUp).filter((parameter) => parameter.in === 'query');
	const bodies = Object.values(requestBody?.content ?? {});
	const isPaging = (name: string) => PAGING.includes(name);
	return {
		operationId,
		method,
		path,
		summary,
		query: inQuery.map(({ name = '' }) => name).filter((name) => !isPaging(name)),
		body: bodies.flatMap(({ schema }) => namesIn(schema)).filter((name) => !isPaging(name)),
		filterable: rest['x-filterable-fields'],
	};
});

/**
 * Takes the names of its parameters out of a path: they differ between the node and the API.
 *
 * @param path e.g. `/issues/{id}/snooze`
 * @returns e.g. `/issues/{}/snooze`
 */
export const shapeOf = (path: string): string => path.replace(/\{[^}]*\}/g, '{}');

/**
 * @param method upper case
 * @param path with `{…}` for its parameters, whatever their names
 * @returns the operation of the API, if there is one
 */
export function findOperation(method: string, path: string): ApiOperation | undefined {
	return apiOperations.find((one) => one.method === method && shapeOf(one.path) === shapeOf(path));
}
