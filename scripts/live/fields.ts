import { isRecord } from '../../nodes/shared/client/envelope';
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

/**
 * @param endpoint method and path of the operation, as in openapi.yaml
 * @param status of HTTP
 * @returns the schema of the operation's replies with that status; undefined when none is declared
 */
export function replySchema(
	{ method, path }: { method: string; path: string },
	status: number,
): Schema | undefined {
	const paths = document.paths as Record<string, Record<string, Responses>>;
	const response = paths[path][method.toLowerCase()].responses[String(status)];
	return response && lookUp(response).content?.['application/json']?.schema;
}

/**
 * Hides a name that no programmer would choose: it may be a customer's.
 *
 * @param name of a field
 * @returns the name itself when it looks like an identifier, else "(odd name)"
 */
export const safeName = (name: string): string =>
	/^[A-Za-z_]\w{0,63}$/.test(name) ? name : '(odd name)';

/**
 * Names a field of an object.
 *
 * @param path of the object, empty for the whole reply
 * @param name of the field
 * @returns the field's path, e.g. `data.id`
 */
export const under = (path: string, name: string): string =>
	path === '' ? name : `${path}.${name}`;

/**
 * @param schema of a reply
 * @param pointer JSON pointer to a place in the reply
 * @returns the place without the reply's own values, e.g. `data[].custom_fields.*.value`: keys of a map are a
 *   customer's
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

/**
 * @param body a reply, as parsed
 * @param pointer JSON pointer to a place in it, e.g. `/data/0/id`
 * @returns the type of the value there, in JSON's words; "undefined" when there is none
 */
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
 * Finds the fields of a schema that none of the values has. It does not look within a field that is missing, null or
 * empty.
 *
 * @param schema of the values
 * @param values what replies hold at one place
 * @param path of that place within the reply
 * @returns paths of fields, e.g. `data[].account`
 */
export function fieldsNotSeen(schema: Schema, values: unknown[], path = ''): string[] {
	const { properties, items, additionalProperties } = lookUp(schema);
	if (items)
		return fieldsNotSeen(items, values.filter((value) => Array.isArray(value)).flat(), `${path}[]`);
	const objects = values.filter(isRecord);
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
