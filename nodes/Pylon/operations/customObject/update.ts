import { textField } from '../../parameters/texts/textField';
import { collections } from '../../parameters/collections';
import { customFieldEntriesOfObject } from '../../parameters/customFields/customFieldEntries';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { customObjectId, customObjectType } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update custom object',
	description:
		'Change the name or fields of one record of a custom object type. Only the fields that you add are changed.',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/custom-objects/{customObjectType}/{customObjectId}' },
	validate: [somethingToChange('Update Fields')],
	fields: [
		customObjectType,
		customObjectId,
		{
			...collections.updateFields,
			options: [
				customFieldEntriesOfObject,
				textField({
					displayName: 'Object Name',
					name: 'objectName',
					property: 'name',
					placeholder: 'e.g. Globex, yearly',
				}),
			],
		},
	],
};
