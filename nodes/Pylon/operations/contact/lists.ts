import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { emailKey, readPhoneNumbers } from '../../../shared/input';
import { listChange } from '../../parameters/lists/listChangeField';
import { listOf } from '../../records/simplified/simplifyHelpers';
import type { ListEntry, ListKind } from '../../parameters/lists/listChange';
import { textList } from '../../parameters/lists/listKinds';
import { phoneNumbers } from './fields';
import { readEmails } from './update.steps';

interface Email extends IDataObject {
	email: string;
	is_primary?: boolean;
}

const toEntry = (value: Email): ListEntry => ({ key: emailKey(value.email), value });

const isPrimary = ({ value }: ListEntry): boolean => (value as Email).is_primary === true;

/**
 * Without a flag, Pylon takes the first address for the primary one (openapi.yaml, `UpdateContactRequestBody`): so the
 * present one is flagged again, and when it is removed the next one takes its place.
 */
export const emailList: ListKind = {
	displayName: 'Emails',
	property: 'emails',
	read: (context, values) => readEmails(context, values).map(toEntry),
	of: ({ email, emails }) => {
		const all = listOf(emails).filter((entry): entry is string => typeof entry === 'string');
		const addresses = all.length === 0 && typeof email === 'string' && email !== '' ? [email] : all;
		return addresses.map((address) =>
			toEntry({ email: address, ...(address === email ? { is_primary: true } : {}) }),
		);
	},
	settled: (list, added) => {
		const primary = added.find(isPrimary);
		if (primary === undefined) return list;
		return list.map(({ key, value }) =>
			toEntry({
				email: (value as Email).email,
				...(key === primary.key ? { is_primary: true } : {}),
			}),
		);
	},
};

/** Without a primary number Pylon may take the first one: so the present one is sent again. */
const phoneList: ListKind = {
	...textList({ displayName: 'Phone Numbers', property: 'phone_numbers', read: readPhoneNumbers }),
	beside: (_, body, list, { primary_phone_number: primary }) => {
		if (body.primary_phone_number === undefined && list.some(({ key }) => key === primary))
			body.primary_phone_number = primary;
	},
};

const emails: INodeProperties = {
	displayName: 'Emails',
	name: 'emails',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Email',
	default: {},
	options: [
		{
			name: 'email',
			displayName: 'Email',
			values: [
				{
					displayName: 'Address',
					name: 'email',
					type: 'string',
					default: '',
					placeholder: 'e.g. ada@example.com',
				},
				{
					displayName: 'Primary',
					name: 'isPrimary',
					type: 'boolean',
					default: false,
					description: 'Whether this is the address that Pylon writes to first',
				},
			],
		},
	],
};

export const emailsChange: INodeProperties = listChange(emailList, {
	name: 'emails',
	description:
		"Email addresses of the contact. If the primary one is removed, the first of the others takes its place. Cannot be combined with 'Email'",
	values: emails,
});

const phones = {
	name: 'phoneNumbers',
	description: 'Phone numbers of the contact, at most 15 digits each',
	values: phoneNumbers,
};

export const phoneNumbersChange: INodeProperties = listChange(phoneList, phones);

/** For 'Create or Update', which reads the contact itself. */
export const phoneNumbersOfUpsert: INodeProperties = listChange(phoneList, phones, false);
