import { task } from '../../../../nodes/Pylon/operations/task';
import { seedIds } from '../../../../sandbox/pylon';
import { by, byId } from '../../../support/locator';
import { byHand } from '../../../support/mapper';
import { describeOperations } from '../../../support/operations';
import { without } from './support/parts';

const { accounts, contacts, milestones, projects, users } = seedIds;
const { import: importing, columns, certificate } = seedIds.tasks;

const beside = { output: 'raw', customFields: byHand({ effort: 'small' }) };
const modules = { slug: 'modules', values: ['desk', 'portal'] };

/** What a new task and a changed one may both have. */
const fields = {
	assigneeId: byId(contacts.carla),
	description: 'All of them',
	messageFormat: 'plainText',
	customFieldsJson: { modules: ['desk', 'portal'] },
	customerPortalVisible: true,
	dueDate: '2026-12-24T18:00',
	milestoneId: byId(milestones.initech),
	projectId: byId(projects.initech),
	status: 'completed',
};
const sentFields = {
	assignee_id: contacts.carla,
	body_html: '<p>All of them</p>',
	custom_fields: [{ slug: 'effort', value: 'small' }, modules],
	customer_portal_visible: true,
	due_date: '2026-12-24T17:00:00Z',
	milestone_id: milestones.initech,
	project_id: projects.initech,
	status: 'completed',
};
const storedFields = {
	...sentFields,
	custom_fields: { effort: { value: 'small' }, modules: { value: '', values: ['desk', 'portal'] } },
};

describeOperations(without(task, 'get', 'getAll', 'search'), {
	create: {
		least: {
			parameters: { title: 'Call them' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ title: 'Call them' });
				expect(created).toMatchObject({
					title: 'Call them',
					status: 'not_started',
					account_id: null,
					assignee_id: null,
				});
				expect(sim.state.tasks.get(created.id as string)).toMatchObject({
					title: 'Call them',
					project_id: null,
				});
			},
		},
		all: {
			timezone: 'Europe/Berlin',
			parameters: {
				title: 'Call them',
				...beside,
				additionalFields: {
					...fields,
					accountId: byId(accounts.initech),
					parentTaskId: byId(importing),
				},
			},
			then: ({ sim, json: [created], sent }) => {
				const added = {
					title: 'Call them',
					account_id: accounts.initech,
					parent_task_id: importing,
				};
				expect(sent.body).toEqual({ ...sentFields, ...added });
				expect(sim.state.tasks.get(created.id as string)).toMatchObject({
					...storedFields,
					...added,
				});
				expect(created).toMatchObject({
					account: { id: accounts.initech },
					assignee: { contact: { id: contacts.carla } },
					milestone: { id: milestones.initech },
					project: { id: projects.initech },
				});
			},
		},
		wrong: [
			{ parameters: {}, message: "'Title' is empty" },
			{
				parameters: {
					title: 'Call them',
					additionalFields: { ifEmpty: 'refuse', accountId: byId('') },
				},
				message: "'Account' is empty",
			},
			{
				parameters: { title: 'Call them', additionalFields: { dueDate: 'soon' } },
				message: "'Due Date' is not a date and time",
			},
		],
	},
	delete: {
		least: {
			parameters: { taskId: byId(importing) },
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect([...sim.state.tasks.keys()]).toEqual([columns, certificate]);
				expect(sim.state.tasks.get(columns)?.parent_task_id).toBeNull();
				expect(sim.state.taskComments.size).toBe(0);
			},
		},
		all: {
			parameters: { taskId: byId(certificate) },
			then: ({ sim }) => {
				expect(sim.state.tasks.has(certificate)).toBe(false);
				expect(sim.state.taskComments.size).toBe(2);
			},
		},
		wrong: { parameters: {}, message: "'Task' is empty" },
	},
	update: {
		least: {
			parameters: { taskId: byId(importing), updateFields: { status: 'completed' } },
			then: ({ sim, json: [changed], sent }) => {
				expect(sent.body).toEqual({ status: 'completed' });
				expect(changed).toMatchObject({ id: importing, status: 'completed' });
				expect(sim.state.tasks.get(importing)).toMatchObject({
					status: 'completed',
					assignee_id: users.nora,
				});
			},
		},
		all: [
			{
				timezone: 'Europe/Berlin',
				parameters: {
					taskId: byId(columns),
					...beside,
					updateFields: { ...fields, title: 'Check the columns' },
				},
				then: ({ sim, sent }) => {
					expect(sent.body).toEqual({ ...sentFields, title: 'Check the columns' });
					expect(sim.state.tasks.get(columns)).toMatchObject({
						...storedFields,
						title: 'Check the columns',
					});
				},
			},
			{
				parameters: {
					taskId: byId(columns),
					updateFields: { milestoneId: by('list', milestones.globex) },
				},
				then: ({ sim, sent, requests }) => {
					expect(requests).toHaveLength(1);
					expect(sent.body).toEqual({ milestone_id: milestones.globex });
					expect(sim.state.tasks.get(columns)).toMatchObject({ milestone_id: milestones.globex });
				},
			},
			{
				parameters: {
					taskId: byId(columns),
					updateFields: { milestoneId: ` ${milestones.globex} ` },
				},
				then: ({ sent }) => expect(sent.body).toEqual({ milestone_id: milestones.globex }),
			},
			{
				parameters: {
					taskId: byId(importing),
					updateFields: { ifEmpty: 'clear', description: '', customFieldsJson: '{"effort": null}' },
				},
				then: ({ sim }) =>
					expect(sim.state.tasks.get(importing)).toMatchObject({
						body_html: null,
						custom_fields: {},
					}),
			},
		],
		wrong: [
			{ parameters: { taskId: byId(importing) }, message: 'There is nothing to change' },
			{
				parameters: { taskId: byId(importing), updateFields: { assigneeId: byId('') } },
				message: "'Assignee' is empty",
			},
			{
				parameters: { taskId: byId(importing), updateFields: { milestoneId: by('list', '') } },
				message: "'Milestone' is empty",
			},
			{
				parameters: { taskId: byId(importing), updateFields: { milestoneId: '={{ $json.none }}' } },
				message: "'Milestone' is empty",
			},
			{
				parameters: { taskId: byId(importing), updateFields: { title: ' ' } },
				message: "'Title' is empty",
			},
		],
	},
});
