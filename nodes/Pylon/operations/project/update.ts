import { booleanField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { customFields, customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { description, name, optional, projectId } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update project',
	description: 'Change, archive or restore a project. Only the fields that you add are changed.',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/projects/{projectId}' },
	validate: [somethingToChange('Update Fields', 'Custom Fields')],
	fields: [
		projectId,

		{
			...collections.updateFields,
			options: [
				booleanField({
					displayName: 'Archived',
					name: 'isArchived',
					property: 'is_archived',
					default: true,
					description: 'Whether the project is archived. Turn off to restore it.',
				}),
				customFieldsJson,
				optional.customerPortalVisible,
				...description,
				optional.endDate,
				name,
				optional.ownerId,
				optional.startDate,
			],
		},
		customFields,
	],
};
