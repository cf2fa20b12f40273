import { collections } from '../../fields/collections';
import { recordField } from '../../fields/picker';
import { ofAccount } from '../../fields/records';
import { required } from '../../fields/texts';
import { project } from '../../records/project';
import type { Operation } from '../resource';
import { dueDate } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create milestone',
	description: 'Add a milestone to a project',
	routing: { request: { method: 'POST', url: '/milestones' } },
	fields: [
		required.workName,
		recordField(project, {
			displayName: 'Project',
			name: 'projectId',
			property: 'project_id',
			description: 'The project that the milestone belongs to',
		}),
		{
			...collections.additionalFields,
			options: [
				{ ...ofAccount, description: 'The account that the milestone is for' },
				dueDate,
			],
		},
	],
};
