import { collections } from '../../parameters/collections';
import { texts } from '../../parameters/texts/textFields';
import { somethingToChange, textInBody } from '../../parameters/texts/body';
import { urlInBody } from '../../parameters/texts/urls';
import type { Operation } from '../operation';
import { userId } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update user',
	description:
		'Change the role, name, picture or availability of a user (agent). Only the fields that you add are changed.',
	request: { method: 'PATCH', url: '/users/{userId}' },
	validate: [somethingToChange('Update Fields')],
	fields: [
		userId,
		{
			...collections.updateFields,
			options: [
				{
					displayName: 'Availability',
					name: 'status',
					type: 'options',
					default: 'active',
					description: 'Whether issues can be assigned to the user at the moment',
					options: [
						{ name: 'Active', value: 'active' },
						{ name: 'Away', value: 'away' },
						{ name: 'Out of Office', value: 'out_of_office' },
					],
					routing: { send: { type: 'body', property: 'status' } },
				},
				{
					displayName: 'Avatar URL',
					name: 'avatarUrl',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/ada.png',
					description: 'Address of a picture of the person',
					routing: {
						send: {
							type: 'body',
							property: 'avatar_url',
							preSend: [urlInBody('avatar_url', 'Avatar URL')],
						},
					},
				},
				{ ...texts.name, placeholder: 'e.g. Ada Example', description: 'Full name of the person' },
				{
					displayName: 'Role Name or ID',
					name: 'roleId',
					type: 'options',
					default: '',
					description:
						'What the user may do in Pylon. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
					typeOptions: { loadOptionsMethod: 'getUserRoles' },
					routing: {
						send: {
							type: 'body',
							property: 'role_id',
							preSend: [textInBody('role_id', 'Role Name or ID')],
						},
					},
				},
			],
		},
	],
};
