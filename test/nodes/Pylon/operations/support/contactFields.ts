import { replaced } from '../../../../support/listChange';
import { byHand } from '../../../../support/mapper';

/** What a new contact can get. */
export const everyField = {
	avatarUrl: 'https://acme.example/zoe.png',
	customFieldsJson: { interests: ['beta', 'webinars'], department: null },
	externalIds: { externalId: [{ externalId: 4711, label: 'crm' }, { externalId: 'erp-1' }] },
	phoneNumbers: '+1 (555) 0100, 15550101',
	portalRole: 'admin',
	primaryPhoneNumber: '1-555-0101',
};

/** In an update, lists are changed. */
export const everyChange = {
	...everyField,
	email: 'zoe@acme.example',
	externalIds: replaced(everyField.externalIds),
	phoneNumbers: replaced(everyField.phoneNumbers),
};

/** With every field comes what Pylon answers. */
export const beside = { output: 'raw', customFields: byHand({ job_title: 'Head of Support' }) };

/** What 'Create or Update' shares with the others. */
export const profile = {
	avatarUrl: everyField.avatarUrl,
	customFieldsJson: everyField.customFieldsJson,
	portalRole: everyField.portalRole,
	primaryPhoneNumber: everyField.primaryPhoneNumber,
};

export const stored = {
	avatar_url: 'https://acme.example/zoe.png',
	custom_fields: {
		job_title: { value: 'Head of Support' },
		interests: { value: '', values: ['beta', 'webinars'] },
	},
	email: 'zoe@acme.example',
	emails: ['zoe@acme.example'],
	external_ids: [{ external_id: '4711', label: 'crm' }, { external_id: 'erp-1' }],
	phone_numbers: ['15550100', '15550101'],
	portal_role: 'admin',
	primary_phone_number: '15550101',
};
