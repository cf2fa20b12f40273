import type { INodeProperties } from 'n8n-workflow';
import { FIELD_TYPES } from './question';

const onlyFor = (fieldType: string[]) => ({ show: { fieldType } });

const optionsOf = (
	displayName: string,
	placeholder: string,
	fieldType: string,
): INodeProperties => ({
	displayName,
	name: 'fieldOptions',
	placeholder,
	type: 'fixedCollection',
	default: { values: [{ option: '' }] },
	required: true,
	displayOptions: onlyFor([fieldType]),
	typeOptions: { multipleValues: true, sortable: true },
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [{ displayName: 'Option', name: 'option', type: 'string', default: '' }],
		},
	],
});

/** A field as n8n's Form node defines one (n8n-nodes-base 2.41, `Form/common.descriptions.js`), so that definitions can be copied. */
const fieldValues: INodeProperties[] = [
	{
		displayName: 'Label',
		name: 'fieldLabel',
		type: 'string',
		default: '',
		placeholder: 'e.g. How much may we refund?',
		description: 'The label above the field',
		required: true,
	},
	{
		displayName: 'Element Type',
		name: 'fieldType',
		type: 'options',
		default: 'text',
		description: 'The type of field to add to the form',
		options: [...FIELD_TYPES],
		required: true,
	},
	{
		displayName: 'Custom Field Name',
		name: 'fieldName',
		type: 'string',
		default: '',
		description: 'The name of the field in the output. Without it, the label is the name.',
	},
	{
		displayName: 'Placeholder',
		name: 'placeholder',
		type: 'string',
		default: '',
		description: 'Sample text to display inside the field',
		displayOptions: onlyFor(['email', 'number', 'text', 'textarea']),
	},
	{
		displayName: 'Default Value',
		name: 'defaultValue',
		type: 'string',
		default: '',
		description:
			'The value that the field starts with. A date is written like 2026-12-31; several checkboxes are separated by commas.',
	},
	optionsOf('Field Options', 'Add Field Option', 'dropdown'),
	optionsOf('Checkboxes', 'Add Checkbox', 'checkbox'),
	optionsOf('Radio Buttons', 'Add Radio Button', 'radio'),
	{
		displayName: 'Required Field',
		name: 'requiredField',
		type: 'boolean',
		default: false,
		description: 'Whether the form can only be sent with this field filled in',
	},
];

const forForms = (defineForm?: string) => ({
	show: {
		responseType: ['customForm'],
		...(defineForm === undefined ? {} : { defineForm: [defineForm] }),
	},
});

/** The form, defined as in n8n's Form node: by fields, or as JSON. */
export const formDefinition: INodeProperties[] = [
	{
		displayName: 'Define Form',
		name: 'defineForm',
		type: 'options',
		noDataExpression: true,
		default: 'fields',
		description: 'How the fields of the form are defined',
		displayOptions: forForms(),
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
	},
	{
		displayName: 'Form Fields',
		name: 'jsonOutput',
		type: 'json',
		typeOptions: { rows: 5 },
		default:
			'[\n  {\n    "fieldLabel": "How much may we refund?",\n    "fieldType": "number",\n    "requiredField": true\n  }\n]',
		description:
			'A list of fields as n8n\'s Form node has them: "fieldLabel", "fieldType", and where needed "fieldName", "fieldOptions", "placeholder", "defaultValue" and "requiredField"',
		displayOptions: forForms('json'),
	},
	{
		displayName: 'Form Fields',
		name: 'formFields',
		placeholder: 'Add Form Field',
		type: 'fixedCollection',
		default: {},
		description: 'The fields of the form',
		typeOptions: { multipleValues: true, sortable: true },
		displayOptions: forForms('fields'),
		options: [{ displayName: 'Values', name: 'values', values: fieldValues }],
	},
];
