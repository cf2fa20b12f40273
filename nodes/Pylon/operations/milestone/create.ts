import { collections } from '../../parameters/collections';
import { recordField } from '../../parameters/record/recordField';
import { ofAccount } from '../../parameters/record/commonRecordFields';
import { required } from '../../parameters/texts/commonTextFields';
import { project } from '../../records/project';
import type { Operation } from '../operation';
import { dueDate } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create milestone',
	description: 'Add a milestone to a project',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/milestones' },
	safeToRepeat: false,
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
			options: [{ ...ofAccount, description: 'The account of the milestone' }, dueDate],
		},
	],
};
