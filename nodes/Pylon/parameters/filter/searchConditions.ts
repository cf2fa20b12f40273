import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { beginsWith } from '../../../shared/input/displayConditions';
import { validationOf } from '../record/pickedText';
import { SLOW_MS } from '../record/recordField';
import {
	EDITOR_OPERATORS,
	operatorOptions,
	LISTED,
	operatorSets,
	RELATIVE,
	type EditorOperator,
} from './searchConditions.operators';

/** Value of a condition's field whose slug the user types. */
export const BY_SLUG = 'bySlug';

/** Display name of a condition's field. */
export const FIELD_NAME = 'Field Name or ID';

const field: INodeProperties = {
	displayName: 'Field Name or ID',
	name: 'field',
	type: 'options',
	typeOptions: {
		loadOptionsMethod: 'getFilterFields',
		loadOptionsDependsOn: ['resource', 'event'],
	},
	default: '',
	required: true,
	description:
		'The field to check, including custom fields. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const slug: INodeProperties = {
	displayName: 'Field Slug',
	name: 'slug',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. renewal_date',
	description: 'The name of the custom field in the API',
	displayOptions: { show: { field: [BY_SLUG] } },
};

/** n8n fills a new condition with the default of the last property of a name (n8n-editor-ui 2.41, `FixedCollectionParameter`). */
function operatorOf(
	operators: readonly EditorOperator[],
	displayOptions: IDisplayOptions,
): INodeProperties {
	const property: INodeProperties = {
		displayName: 'Operator',
		name: 'operator',
		type: 'options',
		default: '',
		options: operatorOptions(operators),
		displayOptions,
	};
	return operators.includes('equals') ? { ...property, default: 'equals' } : property;
}

const withCode = (code: string) => [beginsWith(`${code}:`), beginsWith(`${LISTED}${code}:`)];

/** One parameter for each set of operators, and one with all of them for a field of which only the name is known. */
function operators(): INodeProperties[] {
	const sets = operatorSets();
	return [
		...[...sets].map(([code, allowed]) => operatorOf(allowed, { show: { field: withCode(code) } })),
		operatorOf(EDITOR_OPERATORS, { hide: { field: [...sets.keys()].flatMap(withCode) } }),
	];
}

const shownWith = (...shown: EditorOperator[]): IDisplayOptions => ({ show: { operator: shown } });

/** Operators that take several values. */
const SEVERAL: EditorOperator[] = ['in', 'not_in'];

/** Operators that take no value, or times. */
const WITHOUT_VALUE: EditorOperator[] = [
	'is_set',
	'is_unset',
	'time_is_after',
	'time_is_before',
	'time_range',
	...RELATIVE,
];

const isListed = beginsWith(LISTED);

/** The editor loads the list again when the condition gets another field; `&` is the row that the parameter is in. */
const loadOptionsDependsOn = ['&field'];

const values: INodeProperties[] = [
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. export',
		description:
			"For 'Is One Of' and 'Is None Of', several values separated by commas, or an expression that returns an array. Enter users and contacts by ID or email, accounts by ID or domain, other records by ID, and choices by label or slug.",
		displayOptions: { hide: { operator: WITHOUT_VALUE, field: [isListed] } },
	},
	{
		displayName: 'Value',
		name: 'choice',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'What to compare the field with: choose it from the list, or type it. Enter users and contacts by ID or email, accounts by ID or domain, other records by ID, and choices by label or slug.',
		typeOptions: { loadOptionsDependsOn },
		displayOptions: {
			show: { field: [isListed] },
			hide: { operator: [...WITHOUT_VALUE, ...SEVERAL] },
		},
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				validation: validationOf('value'),
				typeOptions: {
					searchListMethod: 'searchFilterValues',
					searchable: true,
					slowLoadNotice: {
						message: 'Pylon is slow to respond. You can type the value instead.',
						timeout: SLOW_MS,
					},
				},
			},
			{
				displayName: 'Typed',
				name: 'value',
				type: 'string',
				placeholder: 'e.g. ada@example.com',
				validation: validationOf('value'),
			},
		],
	},
	{
		displayName: 'Value Names or IDs',
		name: 'choices',
		type: 'multiOptions',
		default: [],
		description:
			'What to compare the field with. Expressions can return an array, or text with commas, of IDs, emails of users and contacts, domains of accounts, or labels of choices. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: { loadOptionsMethod: 'getFilterValues', loadOptionsDependsOn },
		displayOptions: { show: { field: [isListed], operator: SEVERAL } },
	},
	{
		displayName: 'Date',
		name: 'date',
		type: 'dateTime',
		default: '',
		displayOptions: shownWith('time_is_after', 'time_is_before'),
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		displayOptions: shownWith('time_range'),
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		default: '',
		description: 'A date without a time means the start of that day',
		displayOptions: shownWith('time_range'),
	},
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'number',
		default: 7,
		displayOptions: shownWith(...RELATIVE),
	},
	{
		displayName: 'Unit',
		name: 'unit',
		type: 'options',
		default: 'days',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Minutes', value: 'minutes' },
			{ name: 'Weeks', value: 'weeks' },
		],
		displayOptions: shownWith(...RELATIVE),
	},
];

const conditionFields = (): INodeProperties[] => [field, slug, ...operators(), ...values];

/** How conditions are combined. */
export const MATCHES = [
	{ name: 'All Conditions', value: 'all' },
	{ name: 'Any Condition', value: 'any' },
];

/** For the conditions; within a group, for the group's own. */
export const match: INodeProperties = {
	displayName: 'Match',
	name: 'match',
	type: 'options',
	default: 'all',
	description: 'Which of the conditions a record must meet',
	options: MATCHES,
};

/**
 * Conditions and groups of them, which `parameters/filter/conditions.ts` reads. The default is what n8n keeps when nothing
 * is added. What n8n cannot read (an expression for the whole, another shape), it silently turns into `{}` (n8n-workflow
 * 2.41, `getNodeParameters`), and the two must not be confused.
 */
export const conditions: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Condition',
	default: { condition: [] },
	description: 'Conditions that a record has to meet. Without conditions, every record is found.',
	options: [
		{ name: 'condition', displayName: 'Condition', values: conditionFields() },
		{
			name: 'group',
			displayName: 'Group',
			values: [
				match,
				{
					displayName: 'Conditions of the Group',
					name: 'conditions',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					placeholder: 'Add Condition',
					default: {},
					options: [{ name: 'condition', displayName: 'Condition', values: conditionFields() }],
				},
			],
		},
	],
};
