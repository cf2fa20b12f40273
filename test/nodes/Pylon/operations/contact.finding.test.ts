import { contact } from '../../../../nodes/Pylon/operations/contact';
import { addContacts, seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { only } from './support/parts';

const { globex, initech } = seedIds.accounts;
const { carla } = seedIds.contacts;
const byExternalId = (value: string) => ({ __rl: true, mode: 'externalId', value });

// The others: contactActions.test.ts.
describeOperations(only(contact, 'get', 'getAll', 'search'), {
	get: {
		least: {
			parameters: { contactId: byId(carla) },
			then: ({ json }) =>
				expect(json).toMatchObject([{ id: carla, name: 'Carla Diaz', account_id: globex }]),
		},
		all: {
			parameters: { contactId: byExternalId('crm-carla'), output: 'raw' },
			then: ({ json: [found] }) =>
				expect(found).toMatchObject({ id: carla, account: { id: globex } }),
		},
		wrong: { parameters: { contactId: byId('') }, message: "'Contact' is empty" },
	},
	getAll: {
		least: { then: ({ sim, json }) => expect(json).toHaveLength(sim.state.contacts.size) },
		all: [
			{ parameters: { limit: 3, output: 'raw' }, then: ({ json }) => expect(json).toHaveLength(3) },
			{
				before: ({ state }) => addContacts(state, 1000),
				parameters: { returnAll: true },
				then: ({ sim, json, requests }) => {
					expect(new Set(json.map(({ id }) => id)).size).toBe(sim.state.contacts.size);
					expect(requests).toHaveLength(2);
				},
			},
		],
		wrong: { parameters: { limit: 0 }, message: "'Limit' has to be a whole number" },
	},
	search: {
		least: { then: ({ sim, json }) => expect(json).toHaveLength(sim.state.contacts.size) },
		all: [
			{
				parameters: {
					searchText: 'carla',
					filterMode: 'json',
					filterJson: {
						operator: 'or',
						subfilters: [{ field: 'account_id', operator: 'in', values: [globex, initech] }],
					},
					limit: 5,
				},
				then: ({ json, sent }) => {
					expect(json.map(({ id }) => id)).toEqual([carla]);
					expect(sent.body).toMatchObject({ search_text: 'carla' });
				},
			},
			{
				parameters: {
					returnAll: true,
					output: 'raw',
					filterMode: 'json',
					filterJson: '{"field":"email","operator":"string_contains","value":"@globex.example"}',
				},
				then: ({ json }) => expect(json).toHaveLength(3),
			},
		],
		wrong: [
			{
				parameters: { filterMode: 'json', filterJson: '{"field":"email","operator":"is_set"}' },
				message: 'cannot use the operator',
			},
			{
				parameters: { filterMode: 'json', filterJson: '{"operator":"and","subfilters":[]}' },
				message: "has a group 'and' without conditions",
			},
		],
	},
});
