import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { user } from '../../../../nodes/Pylon/operations/user';
import { userRole } from '../../../../nodes/Pylon/operations/userRole';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { openDropDown } from '../../../support/loadOptions';
import { describeOperations } from '../../../support/operations';
import { withPylon } from '../../../support/pylon';

const { nora, omar, rosa } = seedIds.users;

const byEmail = JSON.stringify({
	field: 'email',
	operator: 'equals',
	value: 'omar@northwind.example',
});

describeOperations(user, {
	get: {
		least: {
			parameters: { userId: byId(nora) },
			then: ({ json: [found] }) =>
				expect(found).toMatchObject({ id: nora, name: 'Nora Keller', status: 'active' }),
		},
		all: {
			parameters: { userId: byId(omar) },
			then: ({ json: [found] }) => expect(found.email).toBe('omar@northwind.example'),
		},
		wrong: { parameters: { userId: byId('') }, message: "'User' is empty" },
	},
	getAll: {
		least: { then: ({ json }) => expect(json.map(({ id }) => id)).not.toContain(rosa) },
		all: [
			{
				parameters: { returnAll: true, filters: { includeDeactivated: true } },
				then: ({ sim, json, sent }) => {
					expect(sent.query).toEqual({ include_deactivated: 'true' });
					expect(json).toHaveLength(sim.state.users.size);
				},
			},
			{ parameters: { limit: 3 }, then: ({ json }) => expect(json).toHaveLength(3) },
		],
		wrong: { parameters: { limit: -1 }, message: "'Limit' has to be a whole number" },
	},
	search: {
		least: { then: ({ sim, json }) => expect(json).toHaveLength(sim.state.users.size) },
		all: [
			{
				parameters: { filterMode: 'json', filterJson: byEmail, limit: 5 },
				then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([omar]),
			},
			{
				parameters: { filterMode: 'json', filterJson: byEmail, returnAll: true },
				then: ({ json }) => expect(json).toHaveLength(1),
			},
		],
		wrong: [
			{
				parameters: {
					filterMode: 'json',
					filterJson: '{"field":"name","operator":"equals","value":"Omar"}',
				},
				message: "'Filter (JSON)' has the unknown field 'name'",
			},
			{
				parameters: {
					filterMode: 'json',
					filterJson: '{"field":"email","operator":"string_contains","value":"omar"}',
				},
				message: 'cannot use the operator "string_contains"',
			},
		],
	},
	update: {
		least: {
			parameters: { userId: byId(nora), updateFields: { status: 'out_of_office' } },
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({ status: 'out_of_office' });
				expect(sim.state.users.get(nora)).toMatchObject({
					name: 'Nora Keller',
					status: 'out_of_office',
				});
			},
		},
		all: {
			parameters: (sim) => ({
				userId: byId(nora),
				updateFields: {
					status: 'away',
					avatarUrl: 'https://example.com/nora.png',
					name: 'Nora K. Keller',
					roleId: [...sim.state.roles.keys()][1],
				},
			}),
			then: ({ sim }) =>
				expect(sim.state.users.get(nora)).toMatchObject({
					name: 'Nora K. Keller',
					status: 'away',
					avatar_url: 'https://example.com/nora.png',
					role_id: [...sim.state.roles.keys()][1],
				}),
		},
		wrong: [
			{ parameters: { userId: byId(nora) }, message: 'There is nothing to change' },
			{
				parameters: { userId: byId(nora), updateFields: { roleId: '' } },
				message: "'Role Name or ID' is empty",
			},
		],
	},
});

describeOperations(userRole, {
	getAll: {
		least: {
			then: ({ json }) => expect(json.map(({ slug }) => slug).sort()).toEqual(['admin', 'member']),
		},
		all: [
			{ parameters: { limit: 1 }, then: ({ json }) => expect(json).toHaveLength(1) },
			{ parameters: { returnAll: true }, then: ({ json }) => expect(json).toHaveLength(2) },
		],
		wrong: { parameters: { limit: 1.5 }, message: "'Limit' has to be a whole number" },
	},
});

describe('the roles to choose from', () => {
	const pylon = withPylon();

	test('are those of the workspace, by ID', async () => {
		const roles = [...pylon.sim.state.roles.values()];
		const options = await openDropDown(new Pylon(), 'getUserRoles', pylon.credentials);
		expect(options).toEqual(
			roles.map(({ id, name }) => ({ name, value: id })).sort((a, b) => (a.name < b.name ? -1 : 1)),
		);
	});
});
