import { booleanField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { customFields, customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { externalIdsChange } from '../../parameters/externalIds/externalIdsField';
import { accountId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import { texts } from '../../parameters/texts/commonTextFields';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { changedType, logoUrl, ownerOrNone, primaryDomain } from './fields';
import { channelsChange, domainsChange, subaccountsChange, tagsChange } from './lists';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update account',
	description:
		'Change fields of an account. Only the fields that you add are changed. For lists, you can add or remove entries, or replace the list.',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/accounts/{accountId}' },
	validate: [somethingToChange('Update Fields', 'Custom Fields')],
	fields: [
		accountId,

		{
			...collections.updateFields,
			options: [
				changedType,
				channelsChange,
				customFieldsJson,
				booleanField({
					displayName: 'Disabled',
					name: 'isDisabled',
					property: 'is_disabled',
					default: true,
					description: 'Whether the account is disabled in Pylon',
				}),
				domainsChange,
				externalIdsChange,
				logoUrl,
				{ ...texts.name, placeholder: 'e.g. Globex' },
				ownerOrNone,
				primaryDomain,
				subaccountsChange,
				tagsChange,
			],
		},
		customFields,
		...output.account,
	],
};
