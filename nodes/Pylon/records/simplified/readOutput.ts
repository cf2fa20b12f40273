import type { INodeProperties } from 'n8n-workflow';
import { readChoice, readList, readSwitch, WrongInput } from '../../../shared/input';
import type { OutputChoice } from './shapeRecord';

const FIELDS = 'Fields';
const ADD_NAMES = 'Add Names';

const CHOICES = [
	{ name: 'Raw', value: 'raw', description: 'Everything, as Pylon sends it' },
	{
		name: 'Selected Fields',
		value: 'selected',
		description: 'The ID and the fields that you choose',
	},
	{ name: 'Simplified', value: 'simplified', description: 'The most used fields, without nesting' },
];

/** The parameter `output` of the action node and of both triggers. */
export const OUTPUT: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'simplified',
	description: 'How much of each record to return',
	options: CHOICES,
};

/** The parameter `selectedFields`, shown for the choice 'Selected Fields'. */
export const SELECTED_FIELDS: INodeProperties = {
	displayName: FIELDS,
	name: 'selectedFields',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. number, title, custom_fields.plan',
	description:
		'Names of fields of the simplified or raw record, separated by commas. Use dots for nested fields. The ID is always returned; fields that a record does not have are null.',
	displayOptions: { show: { output: ['selected'] } },
};

/** The parameter `addNames`. */
export const NAMES: INodeProperties = {
	displayName: ADD_NAMES,
	name: 'addNames',
	type: 'boolean',
	default: false,
	description:
		'Whether to look up the names and emails of people, and the names of accounts and teams, which Pylon returns only as IDs. Takes up to four extra requests for all items together, more for over 100 people.',
};

/** Reads the value of a parameter; returns `standard` where there is no such parameter. */
type Read = (name: string, standard: unknown) => unknown;

/**
 * @param read reads a parameter of the item or trigger
 * @returns whether names are to be looked up
 * @throws WrongInput when 'Add Names' is neither true nor false
 */
export const readAddNames = (read: Read): boolean => readSwitch(read('addNames', false), ADD_NAMES);

function readFields(read: Read): string[] {
	const fields = readList(read('selectedFields', ''), FIELDS);
	if (fields.length > 0) return fields;
	throw new WrongInput(
		`'${FIELDS}' is empty`,
		"Enter at least one field, for example id, or choose another 'Output'.",
	);
}

/**
 * @param read reads a parameter of the item or trigger
 * @returns the form of the output that the user wants
 * @throws WrongInput when no field is named although only selected ones are wanted, or a value is none of the choices
 */
export function readOutput(read: Read): OutputChoice {
	const output = readChoice(
		read('output', 'simplified'),
		'Output',
		CHOICES,
	) as OutputChoice['output'];
	return {
		output,
		fields: output === 'selected' ? readFields(read) : [],
		withNames: readAddNames(read),
	};
}
