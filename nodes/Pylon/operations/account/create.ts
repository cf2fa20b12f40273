import { optionsField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { customFields, customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { externalIds } from '../../parameters/externalIds/externalIdsField';
import { optionalRecord } from '../../parameters/record/recordField';
import { output } from '../../parameters/output/outputFields';
import { texts } from '../../parameters/texts/commonTextFields';
import { domainField } from '../../parameters/texts/textField';
import { user } from '../../records/user';
import type { Operation } from '../operation';
import { channels } from './channels';
import { primaryDomainAmongAll } from './create.steps';
import { logoUrl, moreDomains, subaccountIds, tags } from './fields';

/** `domain` of the API is left out: it is deprecated (openapi.yaml, `CreateAccountRequest`). */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create account',
	description: 'Add a company that you support',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/accounts' },
	safeToRepeat: false,
	validate: [primaryDomainAmongAll],
	fields: [
		{ ...texts.name, required: true, placeholder: 'e.g. Globex' },
		domainField({
			displayName: 'Domain',
			name: 'domain',
			property: 'primary_domain',
			placeholder: 'e.g. globex.com',
			description:
				'Email domain of the account, without https://. Contacts with such an address are matched to the account.',
			optional: true,
		}),
		{
			...collections.additionalFields,
			options: [
				optionsField({
					displayName: 'Account Type',
					name: 'accountType',
					property: 'account_type',
					default: 'customer',
					description:
						'What kind of account it is. Pylon cannot change an account to Community or Internal later.',
					options: [
						{ name: 'Community', value: 'community' },
						{ name: 'Customer', value: 'customer' },
						{ name: 'Internal', value: 'internal' },
						{ name: 'Partner', value: 'partner' },
					],
				}),
				channels,
				customFieldsJson,
				moreDomains,
				externalIds,
				logoUrl,
				optionalRecord(user, {
					displayName: 'Owner',
					name: 'ownerId',
					property: 'owner_id',
					description: 'The user who owns the account',
				}),
				subaccountIds,
				tags,
			],
		},
		customFields,
		...output.account,
	],
};
