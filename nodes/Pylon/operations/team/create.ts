import { textField } from '../../parameters/texts/textField';
import { collections } from '../../parameters/collections';
import type { Operation } from '../operation';
import { members } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create team',
	description: 'Add a team, with or without members',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/teams' },
	safeToRepeat: false,
	fields: [
		textField({
			displayName: 'Team Name',
			name: 'teamName',
			property: 'name',
			required: true,
			placeholder: 'e.g. Escalations',
		}),
		{
			...collections.additionalFields,
			options: [members],
		},
	],
};
