import { picker } from '../../fields/picker';
import { idInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { name, optional } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create project',
	description: 'Add a project to an account, from scratch or from a template',
	routing: { request: { method: 'POST', url: '/projects' } },
	fields: [
		{ ...name, required: true },
		{
			...picker('Account', 'accountId', 'The account that the project is for'),
			routing: { send: { type: 'body', property: 'account_id', preSend: [idInBody('account_id', 'Account')] } },
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				optional.customerPortalVisible,
				optional.descriptionHtml,
				optional.endDate,
				optional.ownerId,
				{
					...picker('Project Template', 'projectTemplateId', 'The template that the project begins with'),
					required: false,
					routing: {
						send: {
							type: 'body',
							property: 'project_template_id',
							preSend: [idInBody('project_template_id', 'Project Template')],
						},
					},
				},
				optional.startDate,
			],
		},
	],
};
