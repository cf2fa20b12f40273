import { collections } from '../../parameters/collections';
import { notRequired, recordIdField } from '../../parameters/record/recordField';
import { ofAccount } from '../../parameters/record/commonRecordFields';
import { required } from '../../parameters/texts/commonTextFields';
import type { Operation } from '../operation';
import { description, optional } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create project',
	description: 'Create a project for an account, from scratch or from a template',
	effect: 'writesInternally',
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
				notRequired(
					recordIdField({
						displayName: 'Project Template',
						name: 'projectTemplateId',
						property: 'project_template_id',
						description: 'The template to create the project from',
					}),
				),
				optional.startDate,
			],
		},
	],
};
