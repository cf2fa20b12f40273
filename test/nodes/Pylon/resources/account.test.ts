import { account } from '../../../../nodes/Pylon/resources/account';
import { addAccounts, seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { globex, initech, initechDuplicate, cedar, dune, ember, harbor } = seedIds.accounts;
const { nora, priya } = seedIds.users;

const everyField = {
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
	customFields: {
		field: [
			{ slug: 'plan', kind: 'single', value: 'team' },
			{ slug: 'products', kind: 'multiple', values: 'desk, portal' },
			{ slug: 'seats', kind: 'clear' },
		],
	},
	domains: 'acme.example, acme.test',
	externalIds: { externalId: [{ externalId: 'crm-acme', label: 'crm' }] },
	logoUrl: 'https://acme.example/logo.png',
	primaryDomain: 'acme.test',
	subaccountIds: [ember, cedar],
	tags: 'vip, trial',
};

const stored = {
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

const customFields = { plan: { slug: 'plan', value: 'team' }, products: { slug: 'products', values: ['desk', 'portal'] } };

describeOperations(account, {
	create: {
		least: {
			parameters: { name: 'Acme' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ name: 'Acme' });
				expect(sim.state.accounts.get(created.id as string)).toMatchObject({ name: 'Acme', type: 'customer', domains: [], tags: [] });
			},
		},
		all: {
			parameters: { name: 'Acme', additionalFields: { ...everyField, accountType: 'community', ownerId: byId(priya) } },
			then: ({ sim, json: [created] }) => {
				expect(created).toMatchObject({ ...stored, name: 'Acme', type: 'community', owner: { id: priya } });
				const record = sim.state.accounts.get(created.id as string);
				expect(record).toMatchObject({ ...stored, owner_id: priya });
				expect(record?.custom_fields).toEqual(customFields);
			},
		},
		wrong: [
			{ parameters: { name: '' }, message: "'Name' is empty" },
			{ parameters: { name: 'Acme', additionalFields: { logoUrl: 'acme.example/logo.png' } }, message: "'Logo URL' is not an address" },
			{ parameters: { name: 'Acme', additionalFields: { ownerId: byId(' ') } }, message: "'Owner' is empty" },
			{
				parameters: { name: 'Acme', additionalFields: { channels: { channel: [{ channelId: '', source: 'slack' }] } } },
				message: "An entry of 'Channels' has no 'Channel ID'",
			},
			{
				parameters: { name: 'Acme', additionalFields: { externalIds: { externalId: [{ externalId: ' ', label: 'crm' }] } } },
				message: "An entry of 'External IDs' has no 'External ID'",
			},
		],
		notOffered: { domain: 'deprecated: domains and primary_domain are there' },
	},
	delete: {
		least: {
			parameters: { accountId: byId(globex) },
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect(sim.state.accounts.has(globex)).toBe(false);
				expect([...sim.state.contacts.values()].some(({ account_id }) => account_id === globex)).toBe(false);
			},
		},
		all: {
			parameters: { accountId: { __rl: true, mode: 'externalId', value: 'crm-initech' } },
			then: ({ sim }) => expect(sim.state.accounts.has(initech)).toBe(false),
		},
		wrong: { parameters: { accountId: byId('') }, message: "'Account' is empty" },
	},
	get: {
		least: {
			parameters: { accountId: byId(globex) },
			then: ({ json }) =>
				expect(json).toMatchObject([{ id: globex, name: 'Globex', domains: ['globex.example'], tags: ['vip'], owner: { id: nora } }]),
		},
		all: {
			parameters: { accountId: { __rl: true, mode: 'externalId', value: 'crm-globex' } },
			then: ({ json: [found] }) => expect(found.id).toBe(globex),
		},
		wrong: { parameters: { accountId: byId('..') }, message: "'Account' cannot be '..'" },
	},
	getAll: {
		least: { then: ({ sim, json }) => expect(json).toHaveLength(sim.state.accounts.size) },
		all: [
			{ parameters: { limit: 3 }, then: ({ json }) => expect(json).toHaveLength(3) },
			{
				before: ({ state }) => addAccounts(state, 1000),
				parameters: { returnAll: true },
				then: ({ sim, json, requests }) => {
					expect(new Set(json.map(({ id }) => id)).size).toBe(sim.state.accounts.size);
					expect(requests).toHaveLength(2);
				},
			},
		],
		wrong: { parameters: { limit: 1.5 }, message: "'Limit' has to be a whole number" },
	},
	merge: {
		least: {
			parameters: { accountId: byId(initech), mergeAccountIds: initechDuplicate },
			then: ({ sim, json: [survivor], sent }) => {
				expect(sent.body).toEqual({ merge_into_account_id: initech, merge_account_ids: [initechDuplicate] });
				expect(survivor).toMatchObject({ id: initech, tags: ['trial'] });
				expect(sim.state.accounts.has(initechDuplicate)).toBe(false);
				expect([...sim.state.contacts.values()].filter(({ account_id }) => account_id === initech)).toHaveLength(4);
			},
		},
		all: {
			parameters: { accountId: byId(globex), mergeAccountIds: [dune, harbor, cedar] },
			then: ({ sim, json: [survivor] }) => {
				expect(survivor.domains).toEqual(['globex.example', 'dune.example', 'harbor.example', 'cedar.example']);
				expect([dune, harbor, cedar].some((id) => sim.state.accounts.has(id))).toBe(false);
				expect(sim.state.relationships.size).toBe(0);
				expect(sim.state.accounts.get(globex)).toMatchObject({ tags: ['vip'], subaccount_ids: [] });
			},
		},
		wrong: [
			{ parameters: { accountId: byId(initech), mergeAccountIds: '' }, message: "'Accounts to Merge' is empty" },
			{ parameters: { accountId: byId(''), mergeAccountIds: initech }, message: "'Merge Into' is empty" },
		],
	},
	search: {
		least: { then: ({ sim, json }) => expect(json).toHaveLength(sim.state.accounts.size) },
		all: [
			{
				parameters: {
					searchText: 'initech',
					filterJson: '{"operator":"and","subfilters":[{"field":"plan","operator":"equals","value":"team"},{"field":"tags","operator":"contains","value":"trial"}]}',
					limit: 5,
				},
				then: ({ json, sent }) => {
					expect(json.map(({ id }) => id)).toEqual([initech]);
					expect(sent.body).toMatchObject({ search_text: 'initech', limit: 5 });
				},
			},
			{
				parameters: { returnAll: true, filterJson: { field: 'owner_id', operator: 'equals', value: nora } },
				then: ({ json }) => expect(json.map(({ owner }) => (owner as { id: string }).id)).toEqual([nora, nora, nora, nora]),
			},
		],
		wrong: [
			{ parameters: { filterJson: '{"field":"name","operator":"starts_with","value":"G"}' }, message: "cannot use the operator" },
			{ parameters: { filterJson: '{"field":"name","operator":"equals","value":""}' }, message: 'has a condition without a value' },
			{ parameters: { filterJson: '{' }, message: "'Filter (JSON)' is not JSON" },
		],
	},
	update: {
		least: {
			parameters: { accountId: byId(globex), updateFields: { name: 'Globex Corporation' } },
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({ name: 'Globex Corporation' });
				expect(sim.state.accounts.get(globex)).toMatchObject({ name: 'Globex Corporation', tags: ['vip'], owner_id: nora });
			},
		},
		all: [
			{
				parameters: {
					accountId: byId(globex),
					updateFields: { ...everyField, accountType: 'partner', isDisabled: true, name: 'Acme', ownerId: byId(priya) },
				},
				then: ({ sim, json: [changed] }) => {
					expect(changed).toMatchObject({ ...stored, id: globex, name: 'Acme', type: 'partner', is_disabled: true, owner: { id: priya } });
					expect(sim.state.accounts.get(globex)?.custom_fields).toEqual(customFields);
				},
			},
			{
				// What an update can take away.
				parameters: {
					accountId: byId(globex),
					updateFields: { ownerId: byId(''), tags: '', externalIds: { externalId: [] }, subaccountIds: '' },
				},
				then: ({ sim, sent }) => {
					expect(sent.body).toEqual({ owner_id: '', tags: [], external_ids: [], subaccount_ids: [] });
					expect(sim.state.accounts.get(globex)).toMatchObject({ owner_id: null, tags: [], external_ids: [] });
				},
			},
		],
		wrong: [
			{ parameters: { accountId: byId(globex), updateFields: {} }, message: "'Update Fields' is empty" },
			{ parameters: { accountId: byId(globex), updateFields: { name: ' ' } }, message: "'Name' is empty" },
			{
				item: { json: {} },
				parameters: { accountId: byId(globex), updateFields: { ownerId: byId('={{ $json.owner }}') } },
				message: "'Owner' is empty",
			},
		],
	},
	updateMany: {
		least: {
			parameters: { accountIds: globex, updateFields: { accountType: 'partner' } },
			then: ({ sim, json, sent }) => {
				expect(sent.body).toEqual({ account_ids: [globex], account_type: 'partner' });
				expect(json).toEqual([{ success: true }]);
				expect(sim.state.accounts.get(globex)).toMatchObject({ type: 'partner', tags: ['vip'] });
			},
		},
		all: [
			{
				parameters: {
					accountIds: [globex, initech],
					updateFields: {
						accountType: 'partner',
						customFields: everyField.customFields,
						ownerId: byId(priya),
						tags: 'key, vip',
						tagsMode: 'append_only',
					},
				},
				then: ({ sim }) => {
					const common = { type: 'partner', owner_id: priya, custom_fields: customFields };
					expect(sim.state.accounts.get(globex)).toMatchObject({ ...common, tags: ['vip', 'key'] });
					expect(sim.state.accounts.get(initech)).toMatchObject({ ...common, tags: ['trial', 'key', 'vip'] });
				},
			},
			{
				before: ({ state }) => addAccounts(state, 150),
				parameters: ({ state }) => ({ accountIds: [...state.accounts.keys()], updateFields: { tags: 'checked' } }),
				then: ({ sim, json, requests }) => {
					expect(requests.map(({ body }) => (body as { account_ids: string[] }).account_ids.length)).toEqual([100, 58]);
					expect(json).toEqual([{ success: true }]);
					expect([...sim.state.accounts.values()].every(({ tags }) => tags.join() === 'checked')).toBe(true);
				},
			},
		],
		wrong: [
			{ parameters: { accountIds: ' , ', updateFields: { tags: 'a' } }, message: "'Accounts' is empty" },
			{ parameters: { accountIds: globex, updateFields: {} }, message: "'Update Fields' is empty" },
			{ parameters: { accountIds: globex, updateFields: { tagsMode: 'replace' } }, message: "'Tags Mode' is there without 'Tags'" },
		],
	},
});
