import { collections } from '../../parameters/collections';
import { customFields, customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { externalIdsChange } from '../../parameters/externalIds/externalIdsField';
import { contactId, ofAccountByAnyId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import { texts } from '../../parameters/texts/commonTextFields';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { avatarUrl, email, portalRole, portalRoleId, primaryPhoneNumber } from './fields';
import { emailsChange, phoneNumbersChange } from './lists';
import { oneEmailField } from './update.steps';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update contact',
	description: 'Change fields of a contact. Only the fields that you add are changed.',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/contacts/{contactId}' },
	validate: [somethingToChange('Update Fields', 'Custom Fields'), oneEmailField],
	fields: [
		contactId,

		{
			...collections.updateFields,
			options: [
				{
					...ofAccountByAnyId,
					description:
						"The account that the contact belongs to. To remove the contact from its account, leave it empty and choose 'Clear' under 'If a Value Is Empty', or use 'Set Account'.",
				},
				avatarUrl,
				customFieldsJson,
				{
					...email,
					description:
						"The only email address of the contact. For several addresses, use 'Emails' instead.",
				},
				emailsChange,
				externalIdsChange,
				{ ...texts.name, placeholder: 'e.g. Ada Example' },
				phoneNumbersChange,
				{
					...portalRole,
					description:
						"What the contact may do in the customer portal. The slug of a role of your own can be given with an expression; 'Portal Role ID' takes precedence.",
				},
				portalRoleId,
				primaryPhoneNumber,
			],
		},
		customFields,
		...output.contact,
	],
};
