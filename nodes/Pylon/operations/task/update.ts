import { collections } from '../../parameters/collections';
import { customFields, customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { output } from '../../parameters/output/outputFields';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { description, optional, taskId, title } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update task',
	description:
		'Complete, assign or move a task, or change other fields of it. Only the fields that you add are changed.',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/tasks/{taskId}' },
	validate: [somethingToChange('Update Fields', 'Custom Fields')],
	fields: [
		taskId,

		{
			...collections.updateFields,
			options: [
				optional.assigneeId,
				customFieldsJson,
				optional.customerPortalVisible,
				...description,
				optional.dueDate,
				optional.milestoneId,
				optional.projectId,
				optional.status,
				title,
			],
		},
		customFields,
		...output.task,
	],
};
