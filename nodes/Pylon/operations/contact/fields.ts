import type { INodeProperties } from 'n8n-workflow';
import { emailInBody, openChoiceInBody, textInBody } from '../../parameters/texts/body';
import { urlInBody } from '../../parameters/texts/urls';
import { phoneNumberInBody, phoneNumbersInBody } from './update.steps';

/** Optional fields that a contact is created, updated or imported with. */

export const avatarUrl: INodeProperties = {
	displayName: 'Avatar URL',
	name: 'avatarUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/ada.png',
	description: 'Address of a picture of the person: square, PNG or JPEG',
	routing: {
		send: {
			type: 'body',
			property: 'avatar_url',
			preSend: [urlInBody('avatar_url', 'Avatar URL')],
		},
	},
};

export const email: INodeProperties = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	default: '',
	placeholder: 'e.g. ada@example.com',
	routing: { send: { type: 'body', property: 'email', preSend: [emailInBody('email', 'Email')] } },
};

export const phoneNumbers: INodeProperties = {
	displayName: 'Phone Numbers',
	name: 'phoneNumbers',
	type: 'string',
	default: '',
	placeholder: 'e.g. 15550100, 15550101',
	description:
		'Phone numbers of the contact, separated by commas or as an array by expression. At most 15 digits each.',
	routing: {
		send: {
			type: 'body',
			property: 'phone_numbers',
			preSend: [phoneNumbersInBody('phone_numbers', 'Phone Numbers')],
		},
	},
};

const PORTAL_ROLES = [
	{ name: 'Admin', value: 'admin' },
	{ name: 'Member', value: 'member' },
	{ name: 'No Access', value: 'no_access' },
];

export const portalRole: INodeProperties = {
	displayName: 'Portal Role',
	name: 'portalRole',
	type: 'options',
	default: 'member',
	description: 'What the contact may do in the customer portal',
	options: PORTAL_ROLES,
	routing: {
		send: {
			type: 'body',
			property: 'portal_role',
			preSend: [openChoiceInBody(PORTAL_ROLES)('portal_role', 'Portal Role')],
		},
	},
};

export const portalRoleId: INodeProperties = {
	displayName: 'Portal Role ID',
	name: 'portalRoleId',
	type: 'string',
	default: '',
	description: "ID of a portal role of your own. It has precedence over 'Portal Role'.",
	routing: {
		send: {
			type: 'body',
			property: 'portal_role_id',
			preSend: [textInBody('portal_role_id', 'Portal Role ID')],
		},
	},
};

export const primaryPhoneNumber: INodeProperties = {
	displayName: 'Primary Phone Number',
	name: 'primaryPhoneNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. 15550100',
	description: "One of 'Phone Numbers'; without it, the first of them",
	routing: {
		send: {
			type: 'body',
			property: 'primary_phone_number',
			preSend: [phoneNumberInBody('primary_phone_number', 'Primary Phone Number')],
		},
	},
};
