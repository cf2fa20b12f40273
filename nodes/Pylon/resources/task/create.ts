import { customFields } from '../../fields/customFields';
import { picker } from '../../fields/picker';
import { idInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { optional, title } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create task',
	description: 'Add a task, on its own or to an account, a project or a milestone',
	routing: { request: { method: 'POST', url: '/tasks' } },
	fields: [
		{ ...title, required: true },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					...picker('Account', 'accountId', 'The account that the task is for'),
					required: false,
					routing: { send: { type: 'body', property: 'account_id', preSend: [idInBody('account_id', 'Account')] } },
				},
				optional.assigneeId,
				optional.bodyHtml,
				customFields,
				optional.customerPortalVisible,
				optional.dueDate,
				optional.milestoneId,
				{
					...picker('Parent Task', 'parentTaskId', 'The task that this one is a part of'),
					required: false,
					routing: { send: { type: 'body', property: 'parent_task_id', preSend: [idInBody('parent_task_id', 'Parent Task')] } },
				},
				optional.projectId,
				optional.status,
			],
		},
	],
};
