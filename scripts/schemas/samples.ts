import { resolved, type Schema } from '../../sandbox/pylon/declared';
import { isRecord } from '../../nodes/shared/client/envelope';
import { ANY_KEY, ANY_VALUE } from './shape';

const TEXTS: Record<string, string> = {
	date: '2026-01-02',
	'date-time': '2026-01-02T03:04:05Z',
	uri: 'https://example.com/a',
};

const isMap = ({ properties }: Schema): boolean => properties === undefined;

/** Every value that a map may hold, each under a key that stands for any key. An object has its properties one by one. */
function entriesOf({ additionalProperties }: Schema): Array<[key: string, value: unknown]> {
	if (typeof additionalProperties !== 'object') return [[ANY_KEY, ANY_VALUE]];
	const { properties } = resolved(additionalProperties);
	if (properties === undefined) return [[ANY_KEY, sampleOf(additionalProperties)]];
	return Object.entries(properties).flatMap(([name, property]): Array<[string, unknown]> => [
		[`${ANY_KEY} with ${name}`, { [name]: sampleOf(property) }],
		...(resolved(property).nullable
			? [[`${ANY_KEY} without ${name}`, { [name]: null }] as [string, unknown]]
			: []),
	]);
}

/** A value that fits a schema of openapi.yaml and holds all that it may. */
function sampleOf(schema: Schema): unknown {
	const { type, enum: choices, format = '', items } = resolved(schema);
	if (choices !== undefined) return choices.find((one) => one !== null);
	switch (type) {
		case 'string':
			return TEXTS[format] ?? 'text';
		case 'integer':
		case 'number':
			return 1;
		case 'boolean':
			return true;
		case 'array':
			return [sampleOf(items ?? {})];
		case 'object':
			return whole({}, schema);
		default:
			return ANY_VALUE;
	}
}

/**
 * Fills in samples of all that a schema has and a value does not, be it missing, null or an empty list.
 *
 * @param value a part of a reply
 * @param schema of that part, from openapi.yaml
 * @returns a copy with the samples
 */
export function whole(value: unknown, schema: Schema): unknown {
	if (value === null || value === undefined) return sampleOf(schema);
	const declared = resolved(schema);
	if (Array.isArray(value)) {
		const entries = value.length === 0 && declared.items ? [sampleOf(declared.items)] : value;
		return entries.map((entry) => whole(entry, declared.items ?? {}));
	}
	if (!isRecord(value)) return value;
	if (isMap(declared)) return { ...value, ...Object.fromEntries(entriesOf(declared)) };
	return {
		...value,
		...Object.fromEntries(
			Object.entries(declared.properties ?? {}).map(([name, property]) => [
				name,
				whole(value[name], property),
			]),
		),
	};
}

const isHolder = ({ type }: Schema): boolean => type === 'object' || type === 'array';

const partsOf = (schema: Schema): Schema[] => {
	const { properties, items } = resolved(schema);
	return [...Object.values(properties ?? {}), ...(items ? [items] : [])].map(resolved);
};

/**
 * @param schema from openapi.yaml
 * @returns how many objects and lists that may be null lie one inside the other, if they hold what may be null
 */
export function nullableLevels(schema: Schema): number {
	const levels = partsOf(schema).map((part) => {
		const holds = isHolder(part) && part.nullable === true && mayHoldNull(part);
		return nullableLevels(part) + (holds ? 1 : 0);
	});
	return Math.max(0, ...levels);
}

const mayHoldNull = (schema: Schema): boolean =>
	partsOf(schema).some((part) => part.nullable === true || mayHoldNull(part));

/**
 * @param value with all that its schema has
 * @param schema of the value, from openapi.yaml
 * @param kept how many objects and lists, one inside the other, are not null though they may be, because of what they
 *   hold
 * @returns a copy with null for all else that may be null
 */
export function nulls(value: unknown, schema: Schema, kept: number): unknown {
	const { properties = {}, items = {} } = resolved(schema);
	if (Array.isArray(value)) return value.map((entry) => nulls(entry, items, kept));
	if (!isRecord(value)) return value;
	const entries = Object.entries(value).map(([name, part]): [string, unknown] => {
		const own = resolved(properties[name] ?? {});
		if (own.nullable !== true) return [name, nulls(part, own, kept)];
		return [name, kept > 0 && isHolder(own) ? nulls(part, own, kept - 1) : null];
	});
	return Object.fromEntries(entries);
}

/** What every record of Pylon's has, though openapi.yaml promises no property of any record. */
const ALWAYS = ['id', 'name', 'slug', 'title'];

/**
 * @param value a record or a list of them, as the simulated Pylon answers
 * @returns a copy without all that may be missing
 */
export function least(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(least);
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).filter(([name]) => ALWAYS.includes(name)));
}
