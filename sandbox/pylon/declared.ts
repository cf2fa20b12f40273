import type { Operation } from 'openapi-backend';
import { document } from './document';

/** A schema of openapi.yaml. */
export interface Schema {
	$ref?: string;
	type?: string;
	format?: string;
	enum?: unknown[];
	nullable?: boolean;
	properties?: Record<string, Schema>;
	required?: string[];
	additionalProperties?: Schema | boolean;
	items?: Schema;
	allOf?: Schema[];
}

/** What becomes of unknown properties: 'ignored', as Pylon does, or 'kept', so that the validator refuses them. */
export type Unknown = 'ignored' | 'kept';

/**
 * @param schema as openapi.yaml has it; its `$ref` begins with `#/`
 * @returns the schema with its references and the parts of its `allOf` put together; nested schemas stay as they are
 */
export function resolved(schema: Schema): Schema {
	if (schema.$ref !== undefined) {
		const keys = schema.$ref.slice(2).split('/');
		return resolved(
			keys.reduce<unknown>(
				(part, key) => (part as Record<string, unknown>)[key],
				document,
			) as Schema,
		);
	}
	return (schema.allOf ?? []).map(resolved).reduce<Schema>(
		(whole, part) => ({
			...whole,
			...part,
			properties: { ...whole.properties, ...part.properties },
		}),
		schema,
	);
}

function read(value: unknown, declared: Schema, unknown: Unknown): unknown {
	const { properties, additionalProperties, items } = resolved(declared);
	if (Array.isArray(value))
		return items ? value.map((entry) => read(entry, items, unknown)) : value;
	if (typeof value !== 'object' || value === null) return value;
	// Free-form, such as metadata: everything in it is meant, null too.
	if (!properties && typeof additionalProperties !== 'object') return value;
	const entries = Object.entries(value).flatMap(([name, entry]) => {
		const isDeclared = properties !== undefined && Object.hasOwn(properties, name);
		const schema = isDeclared ? properties[name] : additionalProperties;
		if (typeof schema === 'object')
			return entry === null ? [] : [[name, read(entry, schema, unknown)]];
		return schema === true || unknown === 'kept' ? [[name, entry]] : [];
	});
	return Object.fromEntries(entries) as unknown;
}

/**
 * A body as Pylon reads it: null for an optional property is the same as leaving it out, and unknown properties are ignored
 * (https://docs.usepylon.com/pylon-docs/developer/api/conventions).
 *
 * @param value as parsed
 * @param operation whose request body is declared in openapi.yaml
 * @param unknown whether properties that are not declared stay
 * @returns a copy without nulls in declared properties; the value itself when the operation declares no body
 */
export function readBody(value: unknown, operation: Operation, unknown: Unknown): unknown {
	const { content = {} } = (operation.requestBody ?? {}) as {
		content?: Record<string, { schema?: Schema }>;
	};
	const [schema] = Object.values(content).map((one) => one.schema);
	return schema ? read(value, schema, unknown) : value;
}

/**
 * A query as Pylon reads it. That unknown parameters are ignored, as in a body, is an assumption.
 *
 * @param query by name; the values may be of any type
 * @param operation whose parameters are declared in openapi.yaml
 * @param unknown whether parameters that are not declared stay
 * @returns the query without the others
 */
export function readQuery<T>(
	query: Record<string, T>,
	operation: Operation,
	unknown: Unknown,
): Record<string, T> {
	if (unknown === 'kept') return query;
	const names = (operation.parameters ?? []).map(
		(parameter) => (parameter as { name?: string }).name,
	);
	return Object.fromEntries(Object.entries(query).filter(([name]) => names.includes(name)));
}
