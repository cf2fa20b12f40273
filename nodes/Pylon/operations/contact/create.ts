import { collections } from '../../parameters/collections';
import { customFields, customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { externalIds } from '../../parameters/externalIds/externalIdsField';
import { ofAccountByAnyId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import { required } from '../../parameters/texts/commonTextFields';
import type { Operation } from '../operation';
import {
	avatarUrl,
	email,
	phoneNumbers,
	portalRole,
	portalRoleId,
	primaryPhoneNumber,
} from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create contact',
	description: 'Add a person, to an account or for now without one',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/contacts' },
	safeToRepeat: false,
	fields: [
		required.personName,
		...output.contact,
		customFields,
		{
			...collections.additionalFields,
			options: [
				{ ...ofAccountByAnyId, description: 'The account that the contact shall belong to' },
				avatarUrl,
				customFieldsJson,
				{
					...email,
					description:
						'Has to be new: Pylon refuses an address that another contact has and names that contact',
				},
				externalIds,
				phoneNumbers,
				portalRole,
				portalRoleId,
				primaryPhoneNumber,
			],
		},
	],
};
