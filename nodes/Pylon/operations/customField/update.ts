import { collections } from '../../parameters/collections';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import {
	customFieldId,
	defaultValue,
	defaultValues,
	description,
	label,
	selectOptions,
	slug,
} from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update custom field',
	description:
		'Change the label, the options or the default of a custom field. Only the fields that you add are changed.',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/custom-fields/{customFieldId}' },
	validate: [somethingToChange('Update Fields')],
	fields: [
		customFieldId,
		{
			...collections.updateFields,
			options: [
				defaultValue,
				defaultValues,
				description,
				label,
				{
					...selectOptions,
					description: 'All options of a select or multiselect field; those not listed are removed',
				},
				{
					...slug,
					description:
						'The name of the field in the API. Workflows that use the old one have to be changed too.',
				},
			],
		},
	],
};
