import { collections } from '../../parameters/collections';
import { picker } from '../../parameters/record/recordField';
import { ofAccount } from '../../parameters/record/commonRecordFields';
import { required } from '../../parameters/texts/commonTextFields';
import { idInBody } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { description, optional } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create project',
	description: 'Add a project to an account, from scratch or from a template',
	request: { method: 'POST', url: '/projects' },
	safeToRepeat: false,
	fields: [
		required.workName,
		{ ...ofAccount, required: true, description: 'The account that the project is for' },
		{
			...collections.additionalFields,
			options: [
				optional.customerPortalVisible,
				...description,
				optional.endDate,
				optional.ownerId,
				{
					...picker(
						'Project Template',
						'projectTemplateId',
						'The template that the project begins with',
					),
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
