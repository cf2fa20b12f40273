import { collections } from '../../parameters/collections';
import { textInBody } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { members } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create team',
	description: 'Add a team that issues can be routed to, with or without members',
	request: { method: 'POST', url: '/teams' },
	safeToRepeat: false,
	fields: [
		{
			displayName: 'Team Name',
			name: 'teamName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Escalations',
			routing: {
				send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Team Name')] },
			},
		},
		{
			...collections.additionalFields,
			options: [members],
		},
	],
};
