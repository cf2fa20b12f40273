import { collections } from '../../parameters/collections';
import { customFields, customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { optionalRecord } from '../../parameters/record/recordField';
import { ofAccount } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import { task } from '../../records/task';
import type { Operation } from '../operation';
import { description, optional, title } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create task',
	description: 'Add a task, on its own or for an account, project or milestone',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/tasks' },
	safeToRepeat: false,
	fields: [
		{ ...title, required: true },

		{
			...collections.additionalFields,
			options: [
				{ ...ofAccount, description: 'The account that the task is for' },
				optional.assigneeId,
				customFieldsJson,
				optional.customerPortalVisible,
				...description,
				optional.dueDate,
				optional.milestoneId,
				optionalRecord(task, {
					displayName: 'Parent Task',
					name: 'parentTaskId',
					property: 'parent_task_id',
					description: 'The task that this one is a part of',
				}),
				optional.projectId,
				optional.status,
			],
		},
		customFields,
		...output.task,
	],
};
