import { textField } from '../../parameters/texts/textField';
import { collections } from '../../parameters/collections';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { hexColor, tagId } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update tag',
	description: 'Rename or recolor a tag. Only the fields that you add are changed.',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/tags/{tagId}' },
	validate: [somethingToChange('Update Fields')],
	fields: [
		tagId,
		{
			...collections.updateFields,
			options: [
				hexColor,
				textField({
					displayName: 'Tag Name',
					name: 'tagName',
					property: 'value',
					placeholder: 'e.g. billing',
					description: 'The new text of the tag',
				}),
			],
		},
	],
};
