import { operations } from './document';
import { ApiError } from './errors';
import { isDateTime } from './formats';
import type { FilterNode } from './records/filter';
import type { State } from './state';

/** The values that a record has in a filter field; several for tags and the like, none when it is not set. */
export type ValuesOf<T> = (record: T, field: string) => readonly string[];

/** How deep the whole tree may be (docs/pylon-api-notes.md#search-filters); a lone leaf is one level. */
const MAX_DEPTH = 3;

const NUMBERS = [
	'equals',
	'not_equals',
	'greater_than',
	'less_than',
	'greater_than_or_equals',
	'less_than_or_equals',
];
const TEXTS = [
	'equals',
	'not_equals',
	'in',
	'not_in',
	'string_contains',
	'string_does_not_contain',
];

/**
 * Operators by custom field type. openapi.yaml says only "depends on field type"; that these are the operators is an
 * assumption.
 */
const OPERATORS_BY_TYPE: Record<string, string[]> = {
	text: TEXTS,
	url: TEXTS,
	number: NUMBERS,
	decimal: NUMBERS,
	boolean: ['equals', 'not_equals'],
	date: ['equals', 'time_is_after', 'time_is_before', 'time_range'],
	datetime: ['time_is_after', 'time_is_before', 'time_range'],
	user: ['equals', 'not_equals', 'in', 'not_in'],
	select: ['equals', 'not_equals', 'in', 'not_in'],
	multiselect: ['contains', 'does_not_contain', 'in', 'not_in'],
};

type Compare = (values: readonly string[], operands: readonly string[]) => boolean;

const some =
	(test: (value: string, operand: string) => boolean): Compare =>
	(values, [operand]) =>
		values.some((value) => test(value, operand));

const equal = (value: string, operand: string) => value === operand;
const includes = (value: string, operand: string) =>
	value.toLowerCase().includes(operand.toLowerCase());
const isIn: Compare = (values, operands) => values.some((value) => operands.includes(value));

const COMPARE: Record<string, Compare> = {
	equals: some(equal),
	not_equals: (values, operands) => !some(equal)(values, operands),
	contains: some(equal),
	does_not_contain: (values, operands) => !some(equal)(values, operands),
	in: isIn,
	not_in: (values, operands) => !isIn(values, operands),
	string_contains: some(includes),
	string_does_not_contain: (values, operands) => !some(includes)(values, operands),
	is_set: (values) => values.length > 0,
	is_unset: (values) => values.length === 0,
	greater_than: some((value, operand) => Number(value) > Number(operand)),
	less_than: some((value, operand) => Number(value) < Number(operand)),
	greater_than_or_equals: some((value, operand) => Number(value) >= Number(operand)),
	less_than_or_equals: some((value, operand) => Number(value) <= Number(operand)),
	time_is_after: some((value, operand) => Date.parse(value) > Date.parse(operand)),
	time_is_before: some((value, operand) => Date.parse(value) < Date.parse(operand)),
	time_range: (values, [start, end]) =>
		values.some(
			(value) => Date.parse(value) >= Date.parse(start) && Date.parse(value) <= Date.parse(end),
		),
};

/**
 * Fields of October 2026 whose operators were not recorded (openapi.yaml, `x-filterable-fields-late`); stricter
 * reading: they take `equals` alone.
 */
function lateFields(operation: object): string[] {
	const late = (operation as { 'x-filterable-fields-late'?: { fields: string[] } })[
		'x-filterable-fields-late'
	];
	return late?.fields ?? [];
}

function allowedOperators(
	operationId: string,
	field: string,
	objectType: string,
	state: State,
): string[] | undefined {
	const operation = operations.get(operationId)?.operation;
	const operatorsByField = operation?.['x-filterable-fields'] ?? {};
	if (Object.hasOwn(operatorsByField, field)) return operatorsByField[field];
	if (operation && lateFields(operation).includes(field)) return ['equals'];
	const custom = state.customFields.find('slug', `${objectType}:${field}`);
	return custom && [...OPERATORS_BY_TYPE[custom.type], 'is_set', 'is_unset'];
}

function operandsOf(node: FilterNode): string[] {
	const { operator, value, values } = node;
	const at = `filter.${node.field}`;
	if (operator === 'is_set' || operator === 'is_unset') return [];
	if (operator === 'in' || operator === 'not_in' || operator === 'time_range') {
		if (!Array.isArray(values) || values.length === 0)
			throw new ApiError(400, `${at}: ${operator} needs values`);
		if (operator === 'time_range' && values.length !== 2)
			throw new ApiError(400, `${at}: time_range needs a start and an end`);
		return values;
	}
	if (typeof value !== 'string') throw new ApiError(400, `${at}: ${operator} needs a value`);
	return [value];
}

/**
 * Turns a search's filter into a test of one record. Fields and operators are checked against `x-filterable-fields` of
 * the operation and the custom fields of the object type (docs/pylon-api-notes.md#search-filters).
 *
 * @param node the filter, or a part of it; undefined lets every record pass
 * @param target what is searched: `objectType` names its custom fields, `valuesOf` reads a field of a record
 * @param depth of `node` in the whole filter, counted from 1
 * @returns the test; true for a record that passes
 * @throws ApiError 400 for a filter that breaks the grammar, is nested deeper than three levels, names a field that
 * cannot be searched by, or has an operator that the field does not take
 */
export function compileFilter<T>(
	node: FilterNode | undefined,
	target: { operationId: string; objectType: string; state: State; valuesOf: ValuesOf<T> },
	depth = 1,
): (record: T) => boolean {
	if (!node) return () => true;
	if (depth > MAX_DEPTH) throw new ApiError(400, `filter: nested deeper than ${MAX_DEPTH} levels`);
	const { field, operator, subfilters } = node;
	if (operator === 'and' || operator === 'or') {
		if (!Array.isArray(subfilters) || subfilters.length === 0)
			throw new ApiError(400, `filter: ${operator} needs subfilters`);
		const tests = subfilters.map((subfilter) => compileFilter(subfilter, target, depth + 1));
		return operator === 'and'
			? (record) => tests.every((test) => test(record))
			: (record) => tests.some((test) => test(record));
	}
	if (subfilters) throw new ApiError(400, `filter: ${operator} takes no subfilters`);
	if (!field) throw new ApiError(400, `filter.field: ${operator} needs a field`);
	const allowed = allowedOperators(target.operationId, field, target.objectType, target.state);
	if (!allowed) throw new ApiError(400, `filter.field: "${field}" cannot be searched by`);
	if (!allowed.includes(operator)) {
		throw new ApiError(
			400,
			`filter.operator: "${field}" does not take "${operator}", only ${allowed.join(', ')}`,
		);
	}
	const operands = operandsOf(node);
	if (operator.startsWith('time_') && !operands.every(isDateTime)) {
		throw new ApiError(400, `filter.${field}: ${operator} needs RFC3339 times`);
	}
	const compare = COMPARE[operator];
	return (record) => compare(target.valuesOf(record, field), operands);
}
