import { collections } from '../../parameters/collections';
import {
	customFieldsJson,
	customFieldsOfImport,
} from '../../parameters/customFields/customFieldsField';
import { ofAccount } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import { required } from '../../parameters/texts/commonTextFields';
import { avatarUrl, email, phoneNumbers, portalRole, primaryPhoneNumber } from '../contact/fields';
import type { Operation } from '../operation';

export const importContact: Operation = {
	name: 'Import Contact',
	value: 'importContact',
	action: 'Import contact from another help desk',
	description: 'Import a contact from another help desk',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/import/contacts' },
	safeToRepeat: false,
	fields: [
		required.personName,
		{ ...email, required: true },

		{
			...collections.additionalFields,
			options: [
				{ ...ofAccount, description: 'The account that the contact belongs to' },
				avatarUrl,
				customFieldsJson,
				phoneNumbers,
				portalRole,
				primaryPhoneNumber,
			],
		},
		customFieldsOfImport,
		...output.contact,
	],
};
