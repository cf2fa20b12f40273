import { project } from '../../../../nodes/Pylon/operations/project';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { byHand } from '../../../support/mapper';
import { describeOperations } from '../../../support/operations';

const { accounts, users, tasks } = seedIds;
const { globex, initech, dune } = seedIds.projects;

/** What a new project and a changed one may both have. */
const fields = {
	customerPortalVisible: false,
	description: 'Move all teams.',
	messageFormat: 'plainText',
	endDate: '2027-01-31 18:00',
	ownerId: byId(users.priya),
	startDate: '2026-12-01T09:00:00+01:00',
};
const sentFields = {
	customer_portal_visible: false,
	description_html: '<p>Move all teams.</p>',
	end_date: '2027-01-31T17:00:00Z',
	owner_id: users.priya,
	start_date: '2026-12-01T08:00:00Z',
};
const timezone = 'Europe/Berlin';

describeOperations(project, {
	create: {
		least: {
			parameters: { name: 'Rollout', accountId: byId(accounts.cedar) },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ name: 'Rollout', account_id: accounts.cedar });
				expect(created).toMatchObject({
					name: 'Rollout',
					account: { id: accounts.cedar },
					is_archived: false,
					owner_id: null,
				});
				expect(sim.state.projects.get(created.id as string)).toMatchObject({
					name: 'Rollout',
					account_id: accounts.cedar,
				});
			},
		},
		all: {
			timezone,
			parameters: {
				name: 'Rollout',
				accountId: byId(accounts.cedar),
				additionalFields: { ...fields, projectTemplateId: byId(seedIds.projectTemplate) },
			},
			then: ({ sim, json: [created], sent }) => {
				const others = {
					name: 'Rollout',
					account_id: accounts.cedar,
					project_template_id: seedIds.projectTemplate,
				};
				expect(sent.body).toEqual({ ...sentFields, ...others });
				expect(sim.state.projects.get(created.id as string)).toMatchObject({
					...sentFields,
					...others,
				});
				expect(created.project_template).toEqual({ id: seedIds.projectTemplate });
			},
		},
		wrong: [
			{ parameters: { accountId: byId(accounts.cedar) }, message: "'Name' is empty" },
			{ parameters: { name: 'Rollout' }, message: "'Account' is empty" },
			{
				parameters: {
					name: 'Rollout',
					accountId: byId(accounts.cedar),
					additionalFields: { endDate: '2027-02-30' },
				},
				message: "'End Date' is not a date and time",
			},
		],
	},
	delete: {
		least: {
			parameters: { projectId: byId(globex) },
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect([...sim.state.projects.keys()]).toEqual([initech, dune]);
				expect([...sim.state.milestones.keys()]).toEqual([seedIds.milestones.initech]);
				expect(sim.state.tasks.get(tasks.import)).toMatchObject({
					project_id: null,
					milestone_id: null,
				});
			},
		},
		all: {
			parameters: { projectId: byId(dune) },
			then: ({ sim }) => expect(sim.state.projects.has(dune)).toBe(false),
		},
		wrong: { parameters: {}, message: "'Project' is empty" },
	},
	get: {
		least: {
			parameters: { projectId: byId(globex) },
			then: ({ json: [found] }) =>
				expect(found).toMatchObject({
					id: globex,
					name: 'Onboarding Globex',
					owner_id: users.nora,
					custom_fields: { phase: { value: 'rollout' } },
				}),
		},
		all: {
			parameters: { projectId: byId(dune) },
			then: ({ json: [found] }) => {
				expect(found.is_archived).toBe(true);
				expect(found.archived_at).toEqual(expect.any(String));
			},
		},
		wrong: { parameters: { projectId: byId('..') }, message: "'Project' cannot be '..'" },
	},
	search: {
		least: {
			then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([initech, globex, dune]),
		},
		all: [
			{
				parameters: {
					filterMode: 'json',
					filterJson: '{"field":"status","operator":"equals","value":"in_progress"}',
					limit: 5,
				},
				then: ({ json, sent }) => {
					expect(sent.body).toEqual({
						filter: { field: 'status', operator: 'equals', value: 'in_progress' },
						limit: 5,
					});
					expect(json.map(({ id }) => id)).toEqual([globex]);
				},
			},
			{
				parameters: {
					returnAll: true,
					filterMode: 'json',
					filterJson: {
						operator: 'and',
						subfilters: [
							{ field: 'is_archived', operator: 'equals', value: 'true' },
							{ field: 'owner_id', operator: 'is_unset' },
						],
					},
				},
				then: ({ json, sent }) => {
					expect(sent.body).toMatchObject({ limit: 999 });
					expect(json.map(({ id }) => id)).toEqual([dune]);
				},
			},
		],
		wrong: {
			parameters: { filterMode: 'json', filterJson: '{"field":"status"' },
			message: "'Filter (JSON)' is not JSON",
		},
	},
	update: {
		least: {
			parameters: { projectId: byId(globex), updateFields: { isArchived: true } },
			then: ({ sim, json: [changed], sent }) => {
				expect(sent.body).toEqual({ is_archived: true });
				expect(changed.is_archived).toBe(true);
				expect(sim.state.projects.get(globex)).toMatchObject({
					archived_at: changed.archived_at,
					name: 'Onboarding Globex',
				});
			},
		},
		all: [
			{
				timezone,
				parameters: {
					projectId: byId(dune),
					customFields: byHand({ phase: 'kickoff' }),
					updateFields: {
						...fields,
						isArchived: false,
						name: 'Rollout Dune',
						customFieldsJson: { modules: ['desk'] },
					},
				},
				then: ({ sim, sent }) => {
					const phase = { slug: 'phase', value: 'kickoff' };
					const modules = { slug: 'modules', values: ['desk'] };
					expect(sent.body).toEqual({
						...sentFields,
						is_archived: false,
						name: 'Rollout Dune',
						custom_fields: [phase, modules],
					});
					expect(sim.state.projects.get(dune)).toMatchObject({
						...sentFields,
						name: 'Rollout Dune',
						archived_at: null,
						custom_fields: {
							phase: { value: 'kickoff' },
							modules: { value: '', values: ['desk'] },
						},
					});
				},
			},
			{
				parameters: {
					projectId: byId(globex),
					updateFields: { ifEmpty: 'clear', description: '' },
				},
				then: ({ sim, sent }) => {
					expect(sent.body).toEqual({ description_html: '' });
					expect(sim.state.projects.get(globex)?.description_html).toBeNull();
				},
			},
		],
		wrong: [
			{ parameters: { projectId: byId(globex) }, message: 'There is nothing to change' },
			{
				parameters: { projectId: byId(globex), updateFields: { name: '' } },
				message: "'Name' is empty",
			},
			{
				parameters: { projectId: byId(globex), updateFields: { startDate: '' } },
				message: "'Start Date' is empty",
			},
		],
	},
});
