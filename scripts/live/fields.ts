import { document } from '../../sandbox/pylon/document';
import { lookUp } from '../coverage/api';

/** A schema of openapi.yaml, as far as fields are concerned. */
export interface Schema {
	$ref?: string;
	type?: string;
	properties?: Record<string, Schema>;
	items?: Schema;
	additionalProperties?: boolean | Schema;
}

interface Responses {
	responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>;
}

/** @returns the schema of an operation's replies with a status, if it declares one */
export function replySchema(
	{ method, path }: { method: string; path: string },
	status: number,
): Schema | undefined {
	const paths = document.paths as Record<string, Record<string, Responses>>;
	const response = paths[path][method.toLowerCase()].responses[String(status)];
	return response && lookUp(response).content?.['application/json']?.schema;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The name of a field, unless it is none that a programmer would choose: then it may be a customer's. */
export const safeName = (name: string): string =>
	/^[A-Za-z_]\w{0,63}$/.test(name) ? name : '(odd name)';

export const under = (path: string, name: string): string =>
	path === '' ? name : `${path}.${name}`;

/**
 * @param schema of a reply
 * @param pointer JSON pointer to a place in the reply
 * @returns the place without the reply's own values, e.g. `data[].custom_fields.*.value`: keys of a map are a customer's
 */
export function placeOf(schema: Schema, pointer: string): string {
	let path = '';
	let here: Schema | undefined = schema;
	for (const segment of pointer.split('/').slice(1)) {
		const schemaHere: Schema = here ? lookUp(here) : {};
		const { properties, items, additionalProperties } = schemaHere;
		if (items) {
			path += '[]';
			here = items;
		} else if (properties && Object.hasOwn(properties, segment)) {
			path = under(path, segment);
			here = properties[segment];
		} else {
			path = under(path, '*');
			here = typeof additionalProperties === 'object' ? additionalProperties : undefined;
		}
	}
	return path;
}

/** @returns the type of what a JSON pointer leads to, in JSON's words */
export function typeAt(body: unknown, pointer: string): string {
	let value = body;
	for (const segment of pointer.split('/').slice(1)) {
		const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
		value = (value as Record<string, unknown> | undefined | null)?.[key];
	}
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}

/**
 * Fields of the schema that none of the values has. What lies within a field that is missing, null or empty is not
 * looked for.
 * @param path of the values within the reply
 */
export function fieldsNotSeen(schema: Schema, values: unknown[], path = ''): string[] {
	const { properties, items, additionalProperties } = lookUp(schema);
	if (items)
		return fieldsNotSeen(items, values.filter((value) => Array.isArray(value)).flat(), `${path}[]`);
	const objects = values.filter(isObject);
	if (objects.length === 0) return [];
	if (typeof additionalProperties === 'object') {
		return fieldsNotSeen(
			additionalProperties,
			objects.flatMap((object) => Object.values(object)),
			under(path, '*'),
		);
	}
	return Object.entries(properties ?? {}).flatMap(([name, property]) => {
		const seen = objects
			.filter((object) => Object.hasOwn(object, name))
			.map((object) => object[name]);
		return seen.length === 0
			? [under(path, name)]
			: fieldsNotSeen(property, seen, under(path, name));
	});
}
