import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
} from 'n8n-workflow';

import { FILTERABLE, type Filterable } from '../../../../nodes/Pylon/parameters/filter/filterable';
import { conditions } from '../../../../nodes/Pylon/parameters/filter/searchConditions';
import {
	builtInFieldValue,
	customFieldValue,
	EDITOR_OPERATORS,
	fieldNameIn,
	RELATIVE,
} from '../../../../nodes/Pylon/parameters/filter/searchConditions.operators';
import { filterFields } from '../../../../nodes/Pylon/parameters/filter/searchFields';
import { resources } from '../../../../nodes/Pylon/operations';
import { propertiesOf } from '../../../../nodes/Pylon/description/buildProperties';
import { document } from '../../../../sandbox/pylon/document';

const valuesOf = ({ options }: INodeProperties, name: string) =>
	(options as INodePropertyCollection[]).find((option) => option.name === name)?.values ?? [];

const inGroup = valuesOf(conditions, 'group').find(
	({ name }) => name === 'conditions',
) as INodeProperties;

/** Where a condition can stand, with the parameters it has there. */
const places: Array<[string, INodeProperties[]]> = [
	['in the list', valuesOf(conditions, 'condition')],
	['in a group', valuesOf(inGroup, 'condition')],
];

const shown = (fields: INodeProperties[], condition: INodeParameters) =>
	fields.filter((field) => NodeHelpers.displayParameter(condition, field, null, null));

const optionsOf = ({ options = [] }: INodeProperties) =>
	(options as INodePropertyOptions[]).map(({ value }) => String(value));

function shownOperators(fields: INodeProperties[], field: string): string[] {
	const operators = shown(fields, { field }).filter(({ name }) => name === 'operator');
	expect(operators).toHaveLength(1);
	return optionsOf(operators[0]);
}

const isRelative = (operator: string) => (RELATIVE as readonly string[]).includes(operator);

describe.each(places)('a condition %s', (_, fields) => {
	const builtIn = Object.entries<Filterable>(FILTERABLE).flatMap(([kind, filterable]) =>
		Object.entries(filterable.fields).map(([field, allowed]) => ({
			kind,
			field,
			filterable,
			allowed,
		})),
	);

	test.each(builtIn)(
		'offers for $field of $kind the operators that it allows',
		({ field, filterable, allowed }) => {
			const operators = shownOperators(fields, builtInFieldValue(filterable, field));
			expect(operators.filter((operator) => !isRelative(operator)).sort()).toEqual(
				[...allowed].sort(),
			);
			const expected = allowed.includes('time_range') ? ['in_the_last', 'more_than_ago'] : [];
			expect(operators.filter(isRelative)).toEqual(expect.arrayContaining(expected));
			expect(operators.filter(isRelative).length > 0).toBe(expected.length > 0);
			expect(operators.includes('in_the_next')).toBe(field === 'due_date');
		},
	);

	test.each([
		'boolean',
		'date',
		'datetime',
		'decimal',
		'multiselect',
		'number',
		'select',
		'text',
		'url',
		'user',
	])('offers operators for a custom field of type %s', (type) => {
		const operators = shownOperators(fields, customFieldValue('plan', type));
		expect(operators.length).toBeGreaterThan(3);
		expect(operators.length).toBeLessThan(EDITOR_OPERATORS.length);
		expect(operators).toEqual(expect.arrayContaining(['is_set', 'is_unset']));
	});

	test.each([
		'',
		'bySlug',
		'state',
		'a_custom_field',
		'former-code:state',
		customFieldValue('plan', 'a type of tomorrow'),
	])('offers every operator when only the name of the field is known: "%s"', (field) =>
		expect(shownOperators(fields, field)).toEqual(EDITOR_OPERATORS),
	);

	test('keeps an operator of its own only where the field allows it, so that none is chosen unseen', () => {
		for (const field of fields.filter(({ name }) => name === 'operator')) {
			expect(field.default).toBe(optionsOf(field).includes('equals') ? 'equals' : '');
		}
	});

	test.each([
		['equals', ['value']],
		['in', ['value']],
		['contains', ['value']],
		['string_contains', ['value']],
		['greater_than', ['value']],
		['time_is_after', ['date']],
		['time_is_before', ['date']],
		['time_range', ['from', 'to']],
		['in_the_last', ['amount', 'unit']],
		['in_the_next', ['amount', 'unit']],
		['more_than_ago', ['amount', 'unit']],
		['is_set', []],
		['is_unset', []],
	])('asks for what %s needs', (operator, wanted) => {
		const names = shown(fields, { field: 'state', operator }).map(({ name }) => name);
		expect(names).toEqual(['field', 'operator', ...wanted]);
	});

	test.each([
		['equals', ['choice']],
		['not_equals', ['choice']],
		['contains', ['choice']],
		['in', ['choices']],
		['not_in', ['choices']],
		['is_set', []],
	])('asks for what %s needs where values are chosen from a list', (operator, wanted) => {
		for (const field of [
			builtInFieldValue(FILTERABLE.issues, 'state'),
			builtInFieldValue(FILTERABLE.accounts, 'tags'),
			customFieldValue('plan', 'select'),
		]) {
			const names = shown(fields, { field, operator }).map(({ name }) => name);
			expect(names).toEqual(['field', 'operator', ...wanted]);
		}
	});

	test('asks for the slug when the field is not in the list', () => {
		expect(shown(fields, { field: 'bySlug', operator: 'is_set' }).map(({ name }) => name)).toEqual([
			'field',
			'slug',
			'operator',
		]);
	});
});

test('both places are the same', () => {
	expect(places[0][1]).toEqual(places[1][1]);
});

test('the operators are those of openapi.yaml, and those from now', () => {
	const { operator } = (
		document as unknown as {
			components: { schemas: { Filter: { properties: { operator: { enum: string[] } } } } };
		}
	).components.schemas.Filter.properties;
	const leaves = operator.enum.filter((name) => name !== 'and' && name !== 'or');
	expect([...EDITOR_OPERATORS].sort()).toEqual([...leaves, ...RELATIVE].sort());
});

test.each([
	'state',
	' state ',
	'match:state',
	builtInFieldValue(FILTERABLE.issues, 'state'),
	customFieldValue('state', 'date'),
])('"%s" is the field state', (value) => expect(fieldNameIn(value)).toBe('state'));

test('the filter is there once for all searches', () => {
	const properties = propertiesOf(resources);
	const searches = resources.filter(({ operations }) =>
		operations.some(({ fields }) => fields.includes(filterFields[0])),
	);
	expect(searches).toHaveLength(Object.keys(FILTERABLE).length);
	for (const { name, type } of filterFields) {
		const found = properties.filter((property) => property.name === name && property.type === type);
		expect(found.map(({ displayOptions }) => displayOptions?.show)).toEqual([
			expect.objectContaining({
				resource: searches.map(({ value }) => value),
				operation: ['search'],
			}),
		]);
	}
});
