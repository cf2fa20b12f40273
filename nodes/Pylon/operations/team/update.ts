import { textField } from '../../parameters/texts/textField';
import { collections } from '../../parameters/collections';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { membersChange, teamId } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update team',
	description: 'Rename a team or set its members. Only the fields that you add are changed.',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/teams/{teamId}' },
	validate: [somethingToChange('Update Fields')],
	fields: [
		teamId,
		{
			...collections.updateFields,
			options: [
				membersChange,
				textField({
					displayName: 'Team Name',
					name: 'teamName',
					property: 'name',
					placeholder: 'e.g. Escalations',
				}),
			],
		},
	],
};
