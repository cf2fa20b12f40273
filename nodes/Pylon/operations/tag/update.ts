import { collections } from '../../parameters/collections';
import { somethingToChange, textInBody } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { hexColor, tagId } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update tag',
	description: 'Rename or recolor a tag. Only the fields that you add are changed.',
	request: { method: 'PATCH', url: '/tags/{tagId}' },
	validate: [somethingToChange('Update Fields')],
	fields: [
		tagId,
		{
			...collections.updateFields,
			options: [
				hexColor,
				{
					displayName: 'Tag Name',
					name: 'tagName',
					type: 'string',
					default: '',
					placeholder: 'e.g. billing',
					description: 'The new text of the tag',
					routing: {
						send: { type: 'body', property: 'value', preSend: [textInBody('value', 'Tag Name')] },
					},
				},
			],
		},
	],
};
