import { team } from '../../../../nodes/Pylon/operations/team';
import { seedIds } from '../../../../sandbox/pylon';
import { replaced } from '../../../support/listChange';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { support, escalations } = seedIds.teams;
const { nora, omar, priya, quentin } = seedIds.users;

describeOperations(team, {
	create: {
		least: {
			parameters: { teamName: 'Onboarding' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ name: 'Onboarding' });
				expect(sim.state.teams.get(created.id as string)).toMatchObject({
					name: 'Onboarding',
					user_ids: [],
				});
			},
		},
		all: {
			parameters: { teamName: 'Onboarding', additionalFields: { memberIds: `${nora}, ${omar}` } },
			then: ({ json: [created] }) =>
				expect(created.users).toMatchObject([{ id: nora }, { id: omar }]),
		},
		wrong: [
			{ parameters: { teamName: '' }, message: "'Team Name' is empty" },
			{
				parameters: {
					teamName: 'Onboarding',
					additionalFields: { memberIds: '={{ [{ id: 1 }] }}' },
				},
				message: "'Member Names or IDs' has an entry that is neither text nor number",
			},
		],
	},
	get: {
		least: {
			parameters: { teamId: byId(support) },
			then: ({ json: [found] }) => {
				expect(found).toMatchObject({ id: support, name: 'Support' });
				expect(found.users).toMatchObject([{ id: nora }, { id: omar }, { id: priya }]);
			},
		},
		all: {
			parameters: { teamId: byId(escalations) },
			then: ({ json: [found] }) => expect(found.name).toBe('Escalations'),
		},
		wrong: { parameters: { teamId: byId('') }, message: "'Team' is empty" },
	},
	getAll: {
		least: {
			then: ({ json }) =>
				expect(json.map(({ name }) => name).sort()).toEqual(['Escalations', 'Support']),
		},
		all: [
			{ parameters: { limit: 1 }, then: ({ json }) => expect(json).toHaveLength(1) },
			{ parameters: { returnAll: true }, then: ({ json }) => expect(json).toHaveLength(2) },
		],
		wrong: { parameters: { limit: 'many' }, message: "'Limit' has to be a whole number" },
	},
	update: {
		least: {
			parameters: { teamId: byId(support), updateFields: { teamName: 'First line' } },
			then: ({ sim }) =>
				expect(sim.state.teams.get(support)).toMatchObject({
					name: 'First line',
					user_ids: [nora, omar, priya],
				}),
		},
		all: [
			{
				parameters: {
					teamId: byId(support),
					updateFields: { teamName: 'First line', memberIds: replaced(quentin) },
				},
				then: ({ sim }) =>
					expect(sim.state.teams.get(support)).toMatchObject({
						name: 'First line',
						user_ids: [quentin],
					}),
			},
			{
				parameters: {
					teamId: byId(support),
					updateFields: { ifEmpty: 'clear', memberIds: replaced('') },
				},
				then: ({ sim }) =>
					expect(sim.state.teams.get(support)).toMatchObject({ name: 'Support', user_ids: [] }),
			},
		],
		wrong: { parameters: { teamId: byId(support) }, message: 'There is nothing to change' },
	},
});
