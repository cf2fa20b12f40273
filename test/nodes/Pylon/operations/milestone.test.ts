import { milestone } from '../../../../nodes/Pylon/operations/milestone';
import { seedIds } from '../../../../sandbox/pylon';
import { by, byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { accounts, projects, tasks } = seedIds;
const { globex, initech } = seedIds.milestones;

describeOperations(milestone, {
	create: {
		least: {
			parameters: { name: 'Sign-off', projectId: byId(projects.globex) },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ name: 'Sign-off', project_id: projects.globex });
				expect(created).toMatchObject({
					name: 'Sign-off',
					project: { id: projects.globex },
					account: { id: accounts.globex },
				});
				expect(sim.state.milestones.get(created.id as string)).toMatchObject({
					project_id: projects.globex,
					due_date: null,
				});
			},
		},
		all: {
			parameters: {
				name: 'Sign-off',
				projectId: byId(projects.globex),
				additionalFields: { accountId: byId(accounts.cedar), dueDate: '2026-12-24T18:00' },
			},
			timezone: 'America/New_York',
			then: ({ sim, json: [created], sent }) => {
				const all = {
					name: 'Sign-off',
					project_id: projects.globex,
					account_id: accounts.cedar,
					due_date: '2026-12-24T23:00:00Z',
				};
				expect(sent.body).toEqual(all);
				expect(sim.state.milestones.get(created.id as string)).toMatchObject(all);
			},
		},
		wrong: [
			{ parameters: { projectId: byId(projects.globex) }, message: "'Name' is empty" },
			{ parameters: { name: 'Sign-off' }, message: "'Project' is empty" },
		],
	},
	delete: {
		least: {
			parameters: { milestoneId: byId(globex) },
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect([...sim.state.milestones.keys()]).toEqual([initech]);
				expect(sim.state.tasks.get(tasks.import)).toMatchObject({
					milestone_id: null,
					project_id: projects.globex,
				});
			},
		},
		all: {
			parameters: { milestoneId: byId(initech) },
			then: ({ sim }) => expect([...sim.state.milestones.keys()]).toEqual([globex]),
		},
		wrong: { parameters: { milestoneId: byId(' ') }, message: "'Milestone' is empty" },
	},
	get: {
		least: {
			parameters: { milestoneId: byId(globex) },
			then: ({ json: [found] }) =>
				expect(found).toMatchObject({
					id: globex,
					name: 'Go-live',
					project: { id: projects.globex },
					due_date: expect.any(String),
				}),
		},
		all: {
			parameters: { milestoneId: by('list', initech) },
			then: ({ json: [found] }) => expect(found.name).toBe('Data moved'),
		},
		wrong: { parameters: {}, message: "'Milestone' is empty" },
	},
	update: {
		least: {
			parameters: { milestoneId: byId(globex), updateFields: { name: 'Launch' } },
			then: ({ sim, json: [changed], sent }) => {
				expect(sent.body).toEqual({ name: 'Launch' });
				expect(changed.name).toBe('Launch');
				expect(sim.state.milestones.get(globex)).toMatchObject({
					name: 'Launch',
					due_date: changed.due_date,
				});
			},
		},
		all: {
			parameters: {
				milestoneId: byId(globex),
				updateFields: { dueDate: 1798761600, name: 'Launch' },
			},
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({ due_date: '2027-01-01T00:00:00Z', name: 'Launch' });
				expect(sim.state.milestones.get(globex)).toMatchObject({
					due_date: '2027-01-01T00:00:00Z',
					name: 'Launch',
				});
			},
		},
		wrong: [
			{ parameters: { milestoneId: byId(globex) }, message: 'There is nothing to change' },
			{
				parameters: { milestoneId: byId(globex), updateFields: { dueDate: 'tomorrow' } },
				message: "'Due Date' is not a date and time",
			},
		],
	},
});
