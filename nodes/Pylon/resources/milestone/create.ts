import { picker } from '../../fields/picker';
import { idInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { dueDate, name } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create milestone',
	description: 'Add a milestone to a project',
	routing: { request: { method: 'POST', url: '/milestones' } },
	fields: [
		{ ...name, required: true },
		{
			...picker('Project', 'projectId', 'The project that the milestone belongs to'),
			routing: { send: { type: 'body', property: 'project_id', preSend: [idInBody('project_id', 'Project')] } },
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					...picker('Account', 'accountId', 'The account that the milestone is for'),
					required: false,
					routing: { send: { type: 'body', property: 'account_id', preSend: [idInBody('account_id', 'Account')] } },
				},
				dueDate,
			],
		},
	],
};
