import { optionsField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import type { Operation } from '../operation';
import {
	defaultValue,
	defaultValues,
	description,
	label,
	objectType,
	selectOptions,
	slug,
} from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create custom field',
	description: 'Add a custom field to issues, accounts, contacts or other records',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/custom-fields' },
	safeToRepeat: false,
	fields: [
		objectType('body'),
		{ ...label, required: true },
		optionsField({
			displayName: 'Type',
			name: 'fieldType',
			property: 'type',
			default: 'text',
			required: true,
			description: 'The type of value that the field stores. It cannot be changed later.',
			options: [
				{ name: 'Boolean', value: 'boolean' },
				{ name: 'Date', value: 'date' },
				{ name: 'Date and Time', value: 'datetime' },
				{ name: 'Decimal', value: 'decimal' },
				{ name: 'Multiselect', value: 'multiselect' },
				{ name: 'Number', value: 'number' },
				{ name: 'Select', value: 'select' },
				{ name: 'Text', value: 'text' },
				{ name: 'URL', value: 'url' },
				{ name: 'User', value: 'user' },
			],
		}),
		{
			...selectOptions,
			required: true,
			displayOptions: { show: { fieldType: ['select', 'multiselect'] } },
		},
		{
			...collections.additionalFields,
			options: [
				defaultValue,
				defaultValues,
				{ ...description, description: 'What the field is for' },
				slug,
			],
		},
	],
};
