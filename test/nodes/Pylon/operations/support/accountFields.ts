import { seedIds } from '../../../../../sandbox/pylon';
import { replaced } from '../../../../support/listChange';
import { byHand } from '../../../../support/mapper';

const { cedar, ember } = seedIds.accounts;

/** What a new account can get. */
export const everyField = {
	channels: {
		channel: [
			{
				channelId: ' C0123 ',
				channelName: 'ext-acme',
				channelUrl: 'https://northwind.slack.com/archives/C0123',
				isInternal: true,
				isPrimary: true,
				mirrorChannelId: 'D0456',
				mirrorSource: 'discord',
				source: 'slack',
			},
		],
	},
	customFieldsJson: '{"products":["desk","portal"],"seats":null}',
	externalIds: { externalId: [{ externalId: 'crm-acme', label: 'crm' }] },
	logoUrl: 'https://acme.example/logo.png',
	subaccountIds: [ember, cedar],
	tags: 'vip, trial',
};

/** In an update, lists are changed. */
export const everyChange = {
	...everyField,
	channels: replaced(everyField.channels),
	domains: replaced('acme.example, acme.test'),
	primaryDomain: 'acme.test',
	externalIds: replaced({ externalId: [{ externalId: 'crm-acme', label: 'crm' }] }),
	subaccountIds: replaced([ember, cedar]),
	tags: replaced('vip, trial'),
};

export const stored = {
	channels: [
		{
			channel_id: 'C0123',
			channel_name: 'ext-acme',
			channel_url: 'https://northwind.slack.com/archives/C0123',
			is_internal: true,
			is_primary: true,
			mirror_to: { channel_id: 'D0456', source: 'discord' },
			source: 'slack',
		},
	],
	domains: ['acme.example', 'acme.test'],
	primary_domain: 'acme.test',
	external_ids: [{ external_id: 'crm-acme', label: 'crm' }],
	logo_url: 'https://acme.example/logo.png',
	subaccount_ids: [ember, cedar],
	tags: ['vip', 'trial'],
};

export const mapped = byHand({ plan: 'team' });
export const customFields = {
	plan: { value: 'team' },
	products: { value: '', values: ['desk', 'portal'] },
};
