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
		'Change the label, options or default of a custom field. Only the fields that you add are changed.',
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
					description:
						'All options of the select or multiselect field. Options that you leave out are removed.',
				},
				{
					...slug,
					description:
						'The name of the field in the API. Workflows that use the old name need to be updated too.',
				},
			],
		},
	],
};
