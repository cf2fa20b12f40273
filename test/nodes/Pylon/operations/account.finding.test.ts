import { account } from '../../../../nodes/Pylon/operations/account';
import { addAccounts, seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { only } from './support/parts';

const { globex, initech } = seedIds.accounts;
const { nora } = seedIds.users;

// The others: accountActions.test.ts.
describeOperations(only(account, 'get', 'getAll', 'search'), {
	get: {
		least: {
			parameters: { accountId: byId(globex) },
			then: ({ json }) =>
				expect(json).toMatchObject([
					{
						id: globex,
						name: 'Globex',
						domains: ['globex.example'],
						tags: ['vip'],
						owner_id: nora,
					},
				]),
		},
		all: {
			parameters: {
				accountId: { __rl: true, mode: 'externalId', value: 'crm-globex' },
				output: 'raw',
			},
			then: ({ json: [found] }) => expect(found).toMatchObject({ id: globex, owner: { id: nora } }),
		},
		wrong: { parameters: { accountId: byId('..') }, message: "'Account' cannot be '..'" },
	},
	getAll: {
		least: { then: ({ sim, json }) => expect(json).toHaveLength(sim.state.accounts.size) },
		all: [
			{ parameters: { limit: 3, output: 'raw' }, then: ({ json }) => expect(json).toHaveLength(3) },
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
	search: {
		least: { then: ({ sim, json }) => expect(json).toHaveLength(sim.state.accounts.size) },
		all: [
			{
				parameters: {
					searchText: 'initech',
					filterMode: 'json',
					filterJson:
						'{"operator":"and","subfilters":[{"field":"plan","operator":"equals","value":"team"},{"field":"tags","operator":"contains","value":"trial"}]}',
					limit: 5,
				},
				then: ({ json, sent }) => {
					expect(json.map(({ id }) => id)).toEqual([initech]);
					expect(sent.body).toMatchObject({ search_text: 'initech', limit: 5 });
				},
			},
			{
				parameters: {
					returnAll: true,
					output: 'raw',
					filterMode: 'json',
					filterJson: { field: 'owner_id', operator: 'equals', value: nora },
				},
				then: ({ json }) =>
					expect(json.map(({ owner }) => (owner as { id: string }).id)).toEqual([
						nora,
						nora,
						nora,
						nora,
					]),
			},
		],
		wrong: [
			{
				parameters: {
					filterMode: 'json',
					filterJson: '{"field":"name","operator":"starts_with","value":"G"}',
				},
				message: 'cannot use the operator',
			},
			{
				parameters: {
					filterMode: 'json',
					filterJson: '{"field":"name","operator":"equals","value":""}',
				},
				message: 'has a condition without a value',
			},
			{
				parameters: { filterMode: 'json', filterJson: '{' },
				message: "'Filter (JSON)' is not JSON",
			},
		],
	},
});
