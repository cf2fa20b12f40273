import type { INodeParameters } from 'n8n-workflow';
import { FILTERABLE } from '../../../../../nodes/Pylon/parameters/filter/filterable';
import { builtInFieldValue } from '../../../../../nodes/Pylon/parameters/filter/searchConditions.operators';
import { withConditions } from './search';

/**
 * @param name of a field of issues, as the API calls it
 * @returns its value in the drop-down of fields
 */
export const field = (name: string) => builtInFieldValue(FILTERABLE.issues, name);
export const fine = { field: field('state'), operator: 'equals', value: 'new' };
const is = (name: string, rest: INodeParameters) => ({ field: field(name), ...rest });

/** The second of two conditions, and what the user is told. */
export const wrong: Array<[string, INodeParameters, string, RegExp]> = [
	[
		'nothing filled in',
		{},
		"'Condition 2' has no field",
		/^Fill in its 'Field Name or ID', or remove the condition\./,
	],
	[
		'a field that yields nothing',
		{ field: '={{ $json.gone }}', operator: 'is_set' },
		"'Condition 2' has no field",
		/incoming item/,
	],
	[
		'a field without a name',
		{ field: 'match:', value: 'x' },
		"'Condition 2' has no field",
		/'Field Name or ID'/,
	],
	[
		'no slug',
		{ field: 'bySlug', operator: 'is_set' },
		"'Condition 2' has no field",
		/^Fill in its 'Field Slug'/,
	],
	[
		'no operator',
		is('created_at', {}),
		"'Condition 2' has no operator",
		/^Choose its 'Operator', or remove/,
	],
	[
		'an operator that yields nothing',
		is('state', { operator: '={{ $json.gone }}' }),
		"'Condition 2' has no operator",
		/incoming item/,
	],
	[
		'an operator of another field',
		is('state', { operator: 'contains', value: 'new' }),
		`'Condition 2' cannot use the operator "contains" with the field 'state'`,
		/^For 'state', use one of: equals, in, not_in\.$/,
	],
	[
		'a time from now for a field that is none',
		is('state', { operator: 'in_the_last' }),
		`'Condition 2' cannot use the operator "in_the_last" with the field 'state'`,
		/equals, in, not_in/,
	],
	[
		'no value',
		is('state', { operator: 'equals' }),
		"'Condition 2' has no value",
		/^It is empty\. Fill it in, or remove the condition\./,
	],
	[
		'a blank value',
		is('state', { operator: 'equals', value: ' ' }),
		"'Condition 2' has no value",
		/remove the condition/,
	],
	[
		'a value that yields nothing',
		is('state', { operator: 'equals', value: '={{ $json.gone }}' }),
		"'Condition 2' has no value",
		/incoming item/,
	],
	[
		'a value that is null',
		is('state', { operator: 'equals', value: '={{ null }}' }),
		"'Condition 2' has no value",
		/^It is empty\. /,
	],
	[
		'several values for one',
		is('state', { operator: 'equals', value: "={{ ['new', 'closed'] }}" }),
		"'Condition 2' accepts only one value",
		/choose 'Is One Of'/,
	],
	[
		'an empty list',
		is('state', { operator: 'in', value: '={{ [] }}' }),
		"'Condition 2' has no value",
		/^It is empty\. /,
	],
	[
		'a list of nothing',
		is('state', { operator: 'not_in', value: ' , ' }),
		"'Condition 2' has no value",
		/remove the condition/,
	],
	[
		'a list that yields nothing',
		is('state', { operator: 'in', value: '={{ $json.gone }}' }),
		"'Condition 2' has no value",
		/incoming item/,
	],
	[
		'records in a list',
		is('state', { operator: 'in', value: "={{ [{ id: '1' }] }}" }),
		"'Value of condition 2' has an entry that is neither text nor number",
		/\.map/,
	],
	[
		'no date',
		is('created_at', { operator: 'time_is_after' }),
		"'Date of condition 2' is empty",
		/./,
	],
	[
		'no date at all',
		is('created_at', { operator: 'time_is_before', date: 'last week' }),
		"'Date of condition 2' is not a date and time",
		/last week/,
	],
	[
		'no start',
		is('created_at', { operator: 'time_range', to: '2026-11-01' }),
		"'From of condition 2' is empty",
		/./,
	],
	[
		'no end',
		is('created_at', { operator: 'time_range', from: '2026-11-01' }),
		"'To of condition 2' is empty",
		/./,
	],
	[
		'an end before the start',
		is('created_at', { operator: 'time_range', from: '2026-11-02', to: '2026-11-01' }),
		"'From of condition 2' is after 'To'",
		/Swap the two/,
	],
	[
		'no amount',
		is('created_at', { operator: 'in_the_last', amount: '={{ $json.gone }}' }),
		"'Amount of condition 2' is empty",
		/incoming item/,
	],
	[
		'an amount of 0',
		is('created_at', { operator: 'in_the_last', amount: 0 }),
		"'Amount of condition 2' has to be a number above 0",
		/^It is 0/,
	],
	[
		'an amount in words',
		is('created_at', { operator: 'more_than_ago', amount: 'a few' }),
		"'Amount of condition 2' has to be a number",
		/a few/,
	],
	[
		'an amount beyond all time',
		is('created_at', { operator: 'more_than_ago', amount: 1e12 }),
		"'Amount of condition 2' is more than 100 years",
		/./,
	],
	[
		'another unit',
		is('created_at', { operator: 'in_the_last', unit: 'moons' }),
		`'Unit of condition 2' cannot be "moons"`,
		/^Use one of: Minutes/,
	],
];

/**
 * @param condition the entries of the second group
 * @returns parameters with two groups; the first one is right
 */
export const inGroup = (...condition: INodeParameters[]): INodeParameters => ({
	conditions: {
		condition: [fine],
		group: [{ conditions: { condition: [fine] } }, { match: 'any', conditions: { condition } }],
	},
});

export const shapes: Array<[string, INodeParameters, string]> = [
	['an empty group', inGroup(), "'Group 2' has no conditions"],
	['a group with nothing at all', { conditions: { group: [{}] } }, "'Group 1' has no conditions"],
	[
		'a group whose conditions are an expression',
		{ conditions: { group: [{ conditions: '={{ [] }}' }] } },
		"'Group 1' has no conditions",
	],
	['an empty condition in a group', inGroup(fine, {}), "'Condition 2 of group 2' has no field"],
	[
		'an empty value in a group',
		inGroup(is('created_at', { operator: 'time_is_after' })),
		"'Date of condition 1 of group 2' is empty",
	],
	[
		'another match',
		{ match: '={{ $json.gone }}', ...withConditions(fine, fine) },
		"'Match' is empty",
	],
	[
		'another match of a group',
		{ conditions: { group: [{ match: 'none', conditions: { condition: [fine] } }] } },
		`'Match of group 1' cannot be "none"`,
	],
	[
		'an expression for the whole, which n8n drops',
		{ conditions: '={{ $json.conditions }}' },
		"'Conditions' cannot be read",
	],
	[
		'a list for the whole, which n8n drops',
		{ conditions: [fine] as unknown as INodeParameters },
		"'Conditions' cannot be read",
	],
	[
		'conditions under another name, which n8n drops',
		{ conditions: { values: [fine] } },
		"'Conditions' cannot be read",
	],
	[
		'an expression for the list of conditions',
		{ conditions: { condition: '={{ $json.conditions }}' } },
		"'Condition 1' has no field",
	],
	[
		'a filter in JSON without the mode',
		{ filterJson: '{"field":"state","operator":"equals","value":"new"}' },
		"'Filter (JSON)' is filled in, but 'Filter' is not 'JSON'",
	],
	['no JSON', { filterMode: 'json' }, "'Filter (JSON)' is empty"],
	[
		'JSON that yields nothing',
		{ filterMode: 'json', filterJson: '={{ $json.gone }}' },
		"'Filter (JSON)' is empty",
	],
];
