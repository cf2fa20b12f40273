import { account } from '../../../../nodes/Pylon/operations/account';
import { seedIds } from '../../../../sandbox/pylon';
import { added, replaced } from '../../../support/listChange';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { customFields, everyChange, everyField, mapped, stored } from './support/accountFields';
import { without } from './support/parts';

const { globex, initech } = seedIds.accounts;
const { nora, priya } = seedIds.users;

// The others: accountActions.test.ts.
describeOperations(without(account, 'merge', 'updateMany', 'upsert', 'get', 'getAll', 'search'), {
	create: {
		least: {
			parameters: { name: 'Acme' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ name: 'Acme' });
				expect(sim.state.accounts.get(created.id as string)).toMatchObject({
					name: 'Acme',
					type: 'customer',
					domains: [],
					tags: [],
				});
			},
		},
		all: {
			parameters: {
				name: 'Acme',
				output: 'raw',
				customFields: mapped,
				domain: ' Acme.test ',
				additionalFields: {
					...everyField,
					moreDomains: 'acme.example, acme.test',
					accountType: 'community',
					ownerId: byId(priya),
				},
			},
			then: ({ sim, json: [created] }) => {
				expect(created).toMatchObject({
					...stored,
					name: 'Acme',
					type: 'community',
					owner: { id: priya },
				});
				const record = sim.state.accounts.get(created.id as string);
				expect(record).toMatchObject({ ...stored, owner_id: priya });
				expect(record?.custom_fields).toEqual(customFields);
			},
		},
		wrong: [
			{ parameters: { name: '' }, message: "'Name' is empty" },
			{
				parameters: { name: 'Acme', additionalFields: { logoUrl: 'acme.example/logo.png' } },
				message: "'Logo URL' is not a URL",
			},
			{
				parameters: { name: 'Acme', additionalFields: { ifEmpty: 'refuse', ownerId: byId(' ') } },
				message: "'Owner' is empty",
			},
			{
				parameters: {
					name: 'Acme',
					additionalFields: { channels: { channel: [{ channelId: '', source: 'slack' }] } },
				},
				message: "An entry of 'Channels' has no 'Channel ID'",
			},
			{
				parameters: {
					name: 'Acme',
					additionalFields: { externalIds: { externalId: [{ externalId: ' ', label: 'crm' }] } },
				},
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
				expect(
					[...sim.state.contacts.values()].some(({ account_id }) => account_id === globex),
				).toBe(false);
			},
		},
		all: {
			parameters: { accountId: { __rl: true, mode: 'externalId', value: 'crm-initech' } },
			then: ({ sim }) => expect(sim.state.accounts.has(initech)).toBe(false),
		},
		wrong: { parameters: { accountId: byId('') }, message: "'Account' is empty" },
	},
	update: {
		least: {
			parameters: { accountId: byId(globex), updateFields: { name: 'Globex Corporation' } },
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({ name: 'Globex Corporation' });
				expect(sim.state.accounts.get(globex)).toMatchObject({
					name: 'Globex Corporation',
					tags: ['vip'],
					owner_id: nora,
				});
			},
		},
		all: [
			{
				parameters: {
					accountId: byId(globex),
					output: 'raw',
					customFields: mapped,
					updateFields: {
						...everyChange,
						accountType: 'partner',
						isDisabled: true,
						name: 'Acme',
						ownerId: byId(priya),
					},
				},
				then: ({ sim, json: [changed] }) => {
					expect(changed).toMatchObject({
						...stored,
						id: globex,
						name: 'Acme',
						type: 'partner',
						is_disabled: true,
						owner: { id: priya },
					});
					expect(sim.state.accounts.get(globex)?.custom_fields).toEqual(customFields);
				},
			},
			{
				// What an update can take away.
				parameters: {
					accountId: byId(globex),
					updateFields: {
						ifEmpty: 'clear',
						ownerId: byId(''),
						tags: replaced(''),
						externalIds: replaced({ externalId: [] }),
						subaccountIds: replaced([]),
					},
				},
				then: ({ sim, sent }) => {
					expect(sent.body).toEqual({
						owner_id: '',
						tags: [],
						external_ids: [],
						subaccount_ids: [],
					});
					expect(sim.state.accounts.get(globex)).toMatchObject({
						owner_id: null,
						tags: [],
						external_ids: [],
					});
				},
			},
		],
		wrong: [
			{
				parameters: { accountId: byId(globex), updateFields: {} },
				message: "'Update Fields' is empty",
			},
			{
				parameters: { accountId: byId(globex), updateFields: { name: ' ' } },
				message: "'Name' is empty",
			},
			{
				parameters: { accountId: byId(globex), updateFields: { tags: {} } },
				message: "'Tags' has no change",
			},
			{
				parameters: {
					accountId: byId(globex),
					updateFields: { domains: added('={{ $json.none }}') },
				},
				message: "'Domains' is empty",
			},
			{
				item: { json: {} },
				parameters: {
					accountId: byId(globex),
					updateFields: { ownerId: byId('={{ $json.owner }}') },
				},
				message: "'Owner' is empty",
			},
		],
	},
});
