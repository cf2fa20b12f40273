import { collections } from '../../parameters/collections';
import { customFields, customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { externalIds } from '../../parameters/externalIds/externalIdsField';
import { output } from '../../parameters/output/outputFields';
import { required } from '../../parameters/texts/commonTextFields';
import { emailField } from '../../parameters/texts/textField';
import type { Operation } from '../operation';
import {
	account,
	avatarUrl,
	phoneNumbers,
	portalRole,
	portalRoleId,
	primaryPhoneNumber,
} from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create contact',
	description: 'Add a person, with or without an account',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/contacts' },
	safeToRepeat: false,
	fields: [
		required.personName,
		emailField({
			displayName: 'Email',
			name: 'email',
			property: 'email',
			placeholder: 'e.g. ada@example.com',
			description:
				'Email address of the contact. Pylon refuses an address that another contact already has.',
			optional: true,
		}),
		account,
		{
			...collections.additionalFields,
			options: [
				avatarUrl,
				customFieldsJson,
				externalIds,
				phoneNumbers,
				portalRole,
				portalRoleId,
				primaryPhoneNumber,
			],
		},
		customFields,
		...output.contact,
	],
};
