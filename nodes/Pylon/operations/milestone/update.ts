import { collections } from '../../parameters/collections';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { dueDate, milestoneId, name } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update milestone',
	description:
		'Rename a milestone or change its due date. Only the fields that you add are changed.',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/milestones/{milestoneId}' },
	validate: [somethingToChange('Update Fields')],
	fields: [
		milestoneId,
		{
			...collections.updateFields,
			options: [dueDate, name],
		},
	],
};
