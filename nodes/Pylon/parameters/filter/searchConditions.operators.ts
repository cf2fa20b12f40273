import type { INodePropertyOptions } from 'n8n-workflow';
import { FILTERABLE, valuesOf, type Filterable } from './filterable';
import { ownValue, trimmed } from '../../../shared/input';

/** Names of the operators in the editor, in its order: those of the API, and those that compare a time with now. */
const NAMES = {
	equals: 'Equals',
	not_equals: 'Does Not Equal',
	in: 'Is One Of',
	not_in: 'Is None Of',
	contains: 'Contains',
	does_not_contain: 'Does Not Contain',
	string_contains: 'Contains Text',
	string_does_not_contain: 'Does Not Contain Text',
	greater_than: 'Is Greater Than',
	greater_than_or_equals: 'Is Greater Than or Equal To',
	less_than: 'Is Less Than',
	less_than_or_equals: 'Is Less Than or Equal To',
	in_the_last: 'In the Last …',
	in_the_next: 'In the Next …',
	more_than_ago: 'More Than … Ago',
	time_is_after: 'Is After',
	time_is_before: 'Is Before',
	time_range: 'Is Between',
	is_set: 'Is Set',
	is_unset: 'Is Not Set',
};

/** An operator in a condition of the editor. */
export type EditorOperator = keyof typeof NAMES;

/** The operators that the API does not have; each becomes a condition of time when the node runs. */
export const RELATIVE = ['in_the_last', 'in_the_next', 'more_than_ago'] as const;

/** All operators, in the order of the editor. */
export const EDITOR_OPERATORS = Object.keys(NAMES) as EditorOperator[];

const SET = ['is_set', 'is_unset'];
const TEXT = [
	'equals',
	'not_equals',
	'in',
	'not_in',
	'string_contains',
	'string_does_not_contain',
	...SET,
];
const NUMBER = [
	'equals',
	'not_equals',
	'greater_than',
	'greater_than_or_equals',
	'less_than',
	'less_than_or_equals',
	...SET,
];
const CHOICE = ['equals', 'not_equals', 'in', 'not_in', ...SET];
const TIME = ['time_is_after', 'time_is_before', 'time_range', ...SET];

/**
 * Operators by the type of a custom field. The API says only that they depend on the type (openapi.yaml); these suit its
 * values.
 */
const BY_TYPE: Record<string, readonly string[]> = {
	boolean: ['equals', 'not_equals', ...SET],
	date: ['equals', ...TIME],
	datetime: TIME,
	decimal: NUMBER,
	multiselect: ['contains', 'does_not_contain', 'in', 'not_in', ...SET],
	number: NUMBER,
	select: CHOICE,
	text: TEXT,
	url: TEXT,
	user: CHOICE,
};

/** Built-in fields with a planned time; the times in all others have passed. */
const PLANNED = ['due_date'];

/**
 * @param filterable what the search can filter by
 * @param field the field's API name
 * @returns whether a time in this field may lie ahead; true for a custom field, since nobody knows
 */
export function mayLieAhead({ fields }: Filterable, field: string): boolean {
	return PLANNED.includes(field) || !Object.hasOwn(fields, field);
}

function offeredFor(allowed: readonly string[], isPlanned: boolean): EditorOperator[] {
	const isTime = allowed.includes('time_range');
	return EDITOR_OPERATORS.filter((operator) => {
		if (operator === 'in_the_next') return isTime && isPlanned;
		if (operator === 'in_the_last' || operator === 'more_than_ago') return isTime;
		return allowed.includes(operator);
	});
}

/** Operators that mostly appear together, for short codes. */
const TOGETHER: Array<[string, readonly EditorOperator[]]> = [
	['match', ['equals', 'in', 'not_in']],
	['members', ['contains', 'does_not_contain', 'in', 'not_in']],
	['text', ['string_contains', 'string_does_not_contain']],
	['compare', ['greater_than', 'greater_than_or_equals', 'less_than', 'less_than_or_equals']],
	['time', ['in_the_last', 'more_than_ago', 'time_is_after', 'time_is_before', 'time_range']],
	['set', ['is_set', 'is_unset']],
];

/** @returns a code for exactly these operators, e.g. `match-set`; saved workflows contain it */
function codeOf(operators: readonly EditorOperator[]): string {
	let left = [...operators];
	const codes = TOGETHER.filter(([, group]) => {
		const isWhole = group.every((operator) => left.includes(operator));
		if (isWhole) left = left.filter((operator) => !group.includes(operator));
		return isWhole;
	}).map(([code]) => code);
	return [...codes, ...left].join('-');
}

/** Put before the code of a field whose values the user chooses from a list. */
export const LISTED = 'list:';

/** Types of custom fields whose values the user chooses from a list. */
export const LISTED_TYPES = ['boolean', 'multiselect', 'select', 'user'];

/**
 * @param filterable what the search can filter by
 * @param field the API's name of a built-in field
 * @returns the condition's field as the editor keeps it, with the code of its operators: `list:match:state`
 */
export function builtInFieldValue(filterable: Filterable, field: string): string {
	const operators = offeredFor(filterable.fields[field] ?? [], PLANNED.includes(field));
	const listed = valuesOf(filterable, field) === undefined ? '' : LISTED;
	return `${listed}${codeOf(operators)}:${field}`;
}

/**
 * @param slug the slug of a custom field
 * @param type its type, as `GET /custom-fields` gives it
 * @returns the condition's field as the editor keeps it; only the slug when the type is not known
 */
export function customFieldValue(slug: string, type: string): string {
	const allowed = ownValue(BY_TYPE, type);
	if (allowed === undefined) return slug;
	const listed = LISTED_TYPES.includes(type) ? LISTED : '';
	return `${listed}${codeOf(offeredFor(allowed, true))}:${slug}`;
}

/**
 * @param value the condition's field, as the editor keeps it or an expression yields it
 * @returns the field's name in the API
 */
export function fieldNameIn(value: string): string {
	return trimmed(value).replace(/^(?:list:)?[a-z_-]+:/, '');
}

/** @returns by its code, every set of operators that some field of some search allows */
export function operatorSets(): Map<string, EditorOperator[]> {
	const builtIn = Object.values<Filterable>(FILTERABLE).flatMap(({ fields }) =>
		Object.entries(fields).map(([field, allowed]) => offeredFor(allowed, PLANNED.includes(field))),
	);
	const custom = Object.values(BY_TYPE).map((allowed) => offeredFor(allowed, true));
	return new Map([...builtIn, ...custom].map((operators) => [codeOf(operators), operators]));
}

/**
 * @param fieldValue the condition's field as the editor keeps it
 * @returns the operators that the editor offers for it; all where only a name is known
 */
export function operatorsOf(fieldValue: string): EditorOperator[] {
	const [code = ''] = fieldValue.replace(LISTED, '').split(':');
	return (fieldValue.includes(':') ? operatorSets().get(code) : undefined) ?? EDITOR_OPERATORS;
}

/**
 * @param operators in the order of the editor
 * @returns entries of a drop-down
 */
export function operatorOptions(operators: readonly EditorOperator[]): INodePropertyOptions[] {
	return operators.map((operator) => ({ name: NAMES[operator], value: operator }));
}
