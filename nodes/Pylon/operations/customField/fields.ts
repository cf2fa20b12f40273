import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../parameters/choices/choiceFields';
import { textListField } from '../../parameters/lists/listFields';
import { freeTextField, textField } from '../../parameters/texts/textField';
import { picker } from '../../parameters/record/recordField';
import { texts } from '../../parameters/texts/commonTextFields';
import { customField } from '../../records/customField';
import { groupField } from '../../parameters/groups/groupField';
import { readSelectOptions } from './customField.steps';

export const customFieldId = picker(
	'Custom Field',
	'customFieldId',
	'The custom field to work with',
	customField,
);

/**
 * @param to where Pylon reads it: in the body when a field is created, in the query when fields are listed
 * @returns the parameter for the kind of record
 */
export const objectType = (to: 'body' | 'query') =>
	optionsField({
		displayName: 'Object Type',
		name: 'objectType',
		property: 'object_type',
		to,
		default: 'issue',
		required: true,
		description: 'The kind of record that has the field',
		options: [
			{ name: 'Accounts', value: 'account' },
			{ name: 'Contacts', value: 'contact' },
			{ name: 'Issues', value: 'issue' },
			{ name: 'Meetings', value: 'meeting' },
			{ name: 'Opportunities', value: 'opportunity' },
			{ name: 'Projects', value: 'project' },
			{ name: 'Tasks', value: 'task' },
		],
	});

export const label: INodeProperties = textField({
	displayName: 'Label',
	name: 'label',
	property: 'label',
	placeholder: 'e.g. Affected seats',
	description: 'The label that people see next to the field',
});

export const selectOptions = groupField({
	displayName: 'Options',
	name: 'selectOptions',
	property: 'select_options',
	placeholder: 'Add Option',
	description: 'The options of a select or multiselect field',
	read: readSelectOptions,
	entry: {
		name: 'option',
		displayName: 'Option',
		values: [
			{
				displayName: 'Description for AI',
				name: 'aiDescription',
				placeholder: 'e.g. The customer cannot sign in',
				type: 'string',
				default: '',
				description: "When Pylon's AI agents should choose the option",
			},
			{
				displayName: 'Label',
				name: 'label',
				type: 'string',
				default: '',
				placeholder: 'e.g. Enterprise',
			},
			{
				displayName: 'Slug',
				name: 'slug',
				type: 'string',
				default: '',
				placeholder: 'e.g. enterprise',
				description:
					'The name of the option in the API. By default, Pylon makes one from the label.',
			},
		],
	},
});

/** What a field may have in `additionalFields` and `updateFields`, in this order. */
export const defaultValue: INodeProperties = freeTextField({
	displayName: 'Default Value',
	name: 'defaultValue',
	placeholder: 'e.g. standard',
	property: 'default_value',
	description:
		'The value that new records start with. For a select field, use the slug of the option.',
	cleared: '',
});

export const defaultValues: INodeProperties = textListField({
	displayName: 'Default Values',
	name: 'defaultValues',
	property: 'default_values',
	placeholder: 'e.g. emea, priority-support',
	description:
		'For a multiselect field: the slugs of the options, separated by commas, or an expression that returns an array',
});

export const description: INodeProperties = {
	...texts.description,
	placeholder: 'e.g. What the customer pays for',
	description:
		"What the field is for. To remove the description, leave it empty and choose 'Clear' under 'If a Value Is Empty'.",
};

export const slug: INodeProperties = {
	...texts.slug,
	placeholder: 'e.g. affected_seats',
	description: 'The name of the field in the API. By default, Pylon makes one from the label.',
};
