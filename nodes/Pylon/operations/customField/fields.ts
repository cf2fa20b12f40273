import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../parameters/record/recordField';
import { texts } from '../../parameters/texts/textFields';
import { customField } from '../../records/customField';
import { freeTextInBody, textInBody } from '../../parameters/texts/body';
import { listInBody } from '../../parameters/lists/lists';
import { selectOptionsInBody } from './customField.steps';

export const customFieldId = picker(
	'Custom Field',
	'customFieldId',
	'The custom field to work with',
	customField,
);

export const objectType: INodeProperties = {
	displayName: 'Of',
	name: 'objectType',
	type: 'options',
	default: 'issue',
	required: true,
	description: 'What carries the field',
	options: [
		{ name: 'Accounts', value: 'account' },
		{ name: 'Contacts', value: 'contact' },
		{ name: 'Issues', value: 'issue' },
		{ name: 'Meetings', value: 'meeting' },
		{ name: 'Opportunities', value: 'opportunity' },
		{ name: 'Projects', value: 'project' },
		{ name: 'Tasks', value: 'task' },
	],
};

export const label: INodeProperties = {
	displayName: 'Label',
	name: 'label',
	type: 'string',
	default: '',
	placeholder: 'e.g. Affected seats',
	description: 'What people see beside the field',
	routing: { send: { type: 'body', property: 'label', preSend: [textInBody('label', 'Label')] } },
};

export const selectOptions: INodeProperties = {
	displayName: 'Options',
	name: 'selectOptions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Option',
	default: {},
	description: 'What can be chosen in a select or multiselect field',
	routing: { send: { type: 'body', property: 'select_options', preSend: [selectOptionsInBody] } },
	options: [
		{
			name: 'option',
			displayName: 'Option',
			values: [
				{
					displayName: 'Description for AI',
					name: 'aiDescription',
					type: 'string',
					default: '',
					description: "When Pylon's AI agents shall choose the option",
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
						'The name of the option in the API. Without it, Pylon makes one of the label.',
				},
			],
		},
	],
};

/** What a field may have in `additionalFields` and `updateFields`, in this order. */
export const defaultValue: INodeProperties = {
	displayName: 'Default Value',
	name: 'defaultValue',
	type: 'string',
	default: '',
	description: 'What a new record has in the field. For a select field the slug of the option.',
	routing: {
		send: {
			type: 'body',
			property: 'default_value',
			preSend: [freeTextInBody('default_value', 'Default Value', { cleared: '' })],
		},
	},
};

export const defaultValues: INodeProperties = {
	displayName: 'Default Values',
	name: 'defaultValues',
	type: 'string',
	default: '',
	placeholder: 'e.g. emea, priority-support',
	description:
		'For a multiselect field: the slugs of the options, separated by commas, or an expression that yields an array',
	routing: {
		send: {
			type: 'body',
			property: 'default_values',
			preSend: [listInBody('default_values', 'Default Values')],
		},
	},
};

export const description: INodeProperties = {
	...texts.description,
	description: 'What the field is for. Empty takes the description away.',
};

export const slug: INodeProperties = {
	...texts.slug,
	placeholder: 'e.g. affected_seats',
	description: 'The name of the field in the API. Without it, Pylon makes one of the label.',
};
