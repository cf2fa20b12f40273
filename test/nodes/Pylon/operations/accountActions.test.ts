import { account } from '../../../../nodes/Pylon/operations/account';
import { addAccounts, seedIds } from '../../../../sandbox/pylon';
import { added } from '../../../support/listChange';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { customFields, everyField, mapped } from './support/accountFields';
import { only } from './support/parts';

const { globex, initech, initechDuplicate, cedar, dune, harbor } = seedIds.accounts;
const { nora, priya } = seedIds.users;

describeOperations(only(account, 'merge', 'updateMany', 'upsert'), {
	merge: {
		least: {
			parameters: { accountId: byId(initech), mergeAccountIds: initechDuplicate },
			then: ({ sim, json: [survivor], sent }) => {
				expect(sent.body).toEqual({
					merge_into_account_id: initech,
					merge_account_ids: [initechDuplicate],
				});
				expect(survivor).toMatchObject({ id: initech, tags: ['trial'] });
				expect(sim.state.accounts.has(initechDuplicate)).toBe(false);
				expect(
					[...sim.state.contacts.values()].filter(({ account_id }) => account_id === initech),
				).toHaveLength(4);
			},
		},
		all: [
			{
				parameters: {
					accountId: byId(globex),
					mergeAccountIds: [dune, harbor, cedar],
					output: 'raw',
				},
				then: ({ sim, json: [survivor] }) => {
					expect(survivor.owner).toMatchObject({ id: expect.any(String) });
					expect(survivor.domains).toEqual([
						'globex.example',
						'dune.example',
						'harbor.example',
						'cedar.example',
					]);
					expect([dune, harbor, cedar].some((id) => sim.state.accounts.has(id))).toBe(false);
					expect(sim.state.relationships.size).toBe(0);
					expect(sim.state.accounts.get(globex)).toMatchObject({
						tags: ['vip'],
						subaccount_ids: [],
					});
				},
			},
			{
				parameters: {
					accountId: byId(globex),
					mergeAccountIds: [initech],
					dryRun: false,
					options: { keepTagsAndCustomFields: true },
				},
				then: ({ sim, json: [survivor], requests }) => {
					expect(requests.map(({ operationId }) => operationId)).toEqual([
						'searchAccounts',
						'getCustomFields',
						'updateAccount',
						'mergeAccounts',
					]);
					expect(survivor).toMatchObject({ id: globex, tags: ['vip', 'trial'] });
					expect(sim.state.accounts.has(initech)).toBe(false);
				},
			},
		],
		wrong: [
			{
				parameters: { accountId: byId(initech), mergeAccountIds: '' },
				message: "'Accounts to Merge Names or IDs' is empty",
			},
			{
				parameters: { accountId: byId(''), mergeAccountIds: initech },
				message: "'Merge Into' is empty",
			},
			{
				parameters: {
					accountId: byId(globex),
					mergeAccountIds: initech,
					dryRun: '={{ "perhaps" }}',
				},
				message: "'Dry Run' has to be",
			},
			{
				parameters: {
					accountId: byId(globex),
					mergeAccountIds: initech,
					dryRun: '={{ $json.none }}',
				},
				message: "'Dry Run' is empty",
			},
		],
	},
	upsert: {
		least: {
			parameters: { domain: 'globex.example', name: 'Globex Corporation' },
			then: ({ sim, json: [changed], requests, sent }) => {
				expect(requests).toHaveLength(2);
				expect(sent.body).toEqual({ name: 'Globex Corporation' });
				expect(changed).toMatchObject({ id: globex, name: 'Globex Corporation', created: false });
				expect(sim.state.accounts.get(globex)).toMatchObject({
					name: 'Globex Corporation',
					tags: ['vip'],
					owner_id: nora,
				});
			},
		},
		all: {
			parameters: {
				externalId: 'crm-acme',
				domain: 'acme.test',
				name: 'Acme',
				matchBy: ['domain', 'externalId'],
				ifSeveralMatch: 'firstAddOthers',
				output: 'raw',
				customFields: mapped,
				additionalFields: {
					accountType: 'partner',
					customFieldsJson: everyField.customFieldsJson,
					externalIdLabel: 'crm',
					logoUrl: everyField.logoUrl,
					ownerId: byId(priya),
					tags: added('vip, trial'),
				},
			},
			then: ({ sim, json: [created] }) => {
				const expected = {
					name: 'Acme',
					type: 'partner',
					domains: ['acme.test'],
					primary_domain: 'acme.test',
					external_ids: [{ external_id: 'crm-acme', label: 'crm' }],
					logo_url: everyField.logoUrl,
					tags: ['vip', 'trial'],
				};
				expect(created).toMatchObject({ ...expected, owner: { id: priya }, created: true });
				const record = sim.state.accounts.get(created.id as string);
				expect(record).toMatchObject({ ...expected, owner_id: priya });
				expect(record?.custom_fields).toEqual(customFields);
			},
		},
		wrong: [
			{
				parameters: {},
				message: "There is no identifier to match by: 'External ID', 'Domain', 'Name' are empty",
			},
			{ parameters: { domain: 'https://globex.example/' }, message: "'Domain' is not a domain" },
			{
				parameters: { domain: 'globex.example', additionalFields: { tags: {} } },
				message: "'Tags' has no change",
			},
		],
		notOffered: {
			channels: "what 'Update' is for",
			domain: 'deprecated: domains and primary_domain are there',
			subaccount_ids: "what 'Update' is for",
		},
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
					customFields: mapped,
					updateFields: {
						accountType: 'partner',
						customFieldsJson: everyField.customFieldsJson,
						ownerId: byId(priya),
						tags: 'key, vip',
						tagsMode: 'append_only',
					},
				},
				then: ({ sim }) => {
					const common = { type: 'partner', owner_id: priya, custom_fields: customFields };
					expect(sim.state.accounts.get(globex)).toMatchObject({ ...common, tags: ['vip', 'key'] });
					expect(sim.state.accounts.get(initech)).toMatchObject({
						...common,
						tags: ['trial', 'key', 'vip'],
					});
				},
			},
			{
				before: ({ state }) => addAccounts(state, 150),
				parameters: ({ state }) => ({
					accountIds: [...state.accounts.keys()],
					updateFields: { tags: 'checked', tagsMode: 'replace' },
				}),
				then: ({ sim, json, requests }) => {
					expect(
						requests.map(({ body }) => (body as { account_ids: string[] }).account_ids.length),
					).toEqual([100, 58]);
					expect(json).toEqual([{ success: true }]);
					expect(
						[...sim.state.accounts.values()].every(({ tags }) => tags.join() === 'checked'),
					).toBe(true);
				},
			},
		],
		wrong: [
			{
				parameters: { accountIds: ' , ', updateFields: { tags: 'a' } },
				message: "'Account Names or IDs' is empty",
			},
			{
				parameters: { accountIds: [globex, 'initech.com'], updateFields: { tags: 'a' } },
				message: "'Account Names or IDs' takes only IDs, and 'initech.com' is a domain",
			},
			{ parameters: { accountIds: globex, updateFields: {} }, message: "'Update Fields' is empty" },
			{
				parameters: { accountIds: globex, updateFields: { tagsMode: 'replace' } },
				message: "'Tags Mode' needs 'Tag Names or IDs'",
			},
		],
	},
});
