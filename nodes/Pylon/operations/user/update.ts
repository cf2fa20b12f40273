import { urlField } from '../../parameters/texts/textField';
import { loadedOptionsField, optionsField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { texts } from '../../parameters/texts/commonTextFields';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { userId } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update user',
	description:
		'Change the role, name, picture or availability of a user (agent). Only the fields that you add are changed.',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/users/{userId}' },
	validate: [somethingToChange('Update Fields')],
	fields: [
		userId,
		{
			...collections.updateFields,
			options: [
				optionsField({
					displayName: 'Availability',
					name: 'status',
					property: 'status',
					default: 'active',
					description: 'Whether issues can be assigned to the user at the moment',
					options: [
						{ name: 'Active', value: 'active' },
						{ name: 'Away', value: 'away' },
						{ name: 'Out of Office', value: 'out_of_office' },
					],
				}),
				urlField({
					displayName: 'Avatar URL',
					name: 'avatarUrl',
					property: 'avatar_url',
					placeholder: 'e.g. https://example.com/ada.png',
					description: 'Address of a picture of the person',
				}),
				{ ...texts.name, placeholder: 'e.g. Ada Example', description: 'Full name of the person' },
				loadedOptionsField({
					noun: 'Role',
					name: 'roleId',
					property: 'role_id',
					loadOptionsMethod: 'getUserRoles',
					description: 'What the user may do in Pylon',
				}),
			],
		},
	],
};
