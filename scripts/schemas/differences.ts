import { isRecord } from '../../nodes/shared/client/envelope';
import type { OutputSchema } from './shape';

const typeOf = (value: unknown): string =>
	value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/**
 * @param value that an operation returns
 * @param schema of it
 * @param path of the value, for the words
 * @returns what the schema does not say of the value: keys and types that it does not have; empty when it says all
 */
export function differences(value: unknown, schema: OutputSchema, path = 'item'): string[] {
	const { type, nullable, properties, additionalProperties, items = {} } = schema;
	if (type === undefined) return [];
	const types: string[] = [type, nullable ? 'null' : []].flat();
	if (!types.includes(typeOf(value)))
		return [`${path} is of the type ${typeOf(value)}, not ${types.join(' or ')}`];
	if (Array.isArray(value))
		return value.flatMap((entry, index) => differences(entry, items, `${path}[${index}]`));
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([key, entry]) => {
		const known =
			properties && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
		if (known === undefined) return [`${path}.${key} is not declared`];
		return known === true ? [] : differences(entry, known, `${path}.${key}`);
	});
}
