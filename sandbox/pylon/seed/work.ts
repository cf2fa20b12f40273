import { blankProject, blankTask } from '../blankRecords';
import type {
	FeatureRequestRecord,
	MilestoneRecord,
	ProjectRecord,
	TaskRecord,
} from '../records/work';
import type { State } from '../state';
import type { At } from './at';
import { storeCustomField } from './customFields';
import { seedIds } from './ids';

function seedProjects(state: State, at: At): void {
	const { globex, initech, dune } = seedIds.accounts;
	const template = state.newId('projectTemplate');
	state.projectTemplates.set(template, { id: template, name: 'Onboarding' });
	const project = (
		days: number,
		its: Pick<ProjectRecord, 'name' | 'account_id'> & Partial<ProjectRecord>,
	) => {
		const id = state.newId('project');
		state.projects.set(id, {
			...blankProject(at(days)),
			id,
			owner_id: seedIds.users.nora,
			start_date: at(days),
			...its,
		});
	};
	project(60, {
		name: 'Onboarding Globex',
		account_id: globex,
		project_template_id: template,
		customer_portal_visible: true,
		end_date: at(-30),
		custom_fields: { phase: { value: 'rollout' } },
	});
	project(40, { name: 'Migration Initech', account_id: initech, owner_id: seedIds.users.omar });
	project(200, { name: 'Pilot Dune', account_id: dune, owner_id: null, archived_at: at(100) });
	const milestone = (
		days: number,
		its: Pick<MilestoneRecord, 'name' | 'project_id' | 'account_id'>,
	) => {
		const id = state.newId('milestone');
		state.milestones.set(id, {
			id,
			due_date: at(days - 90),
			created_at: at(days),
			updated_at: at(days),
			...its,
		});
	};
	milestone(60, { name: 'Go-live', project_id: seedIds.projects.globex, account_id: globex });
	milestone(39, { name: 'Data moved', project_id: seedIds.projects.initech, account_id: initech });
}

function seedTasks(state: State, at: At): void {
	const { accounts, contacts, milestones, projects, tasks, users } = seedIds;
	const task = (days: number, its: Pick<TaskRecord, 'title'> & Partial<TaskRecord>) => {
		const id = state.newId('task');
		state.tasks.set(id, { ...blankTask(at(days)), id, ...its });
	};
	const ofGlobex = { account_id: accounts.globex, project_id: projects.globex };
	task(50, {
		...ofGlobex,
		title: 'Import the customer list',
		body_html: '<p>The list is in the shared folder.</p>',
		status: 'in_progress',
		assignee_id: users.nora,
		milestone_id: milestones.globex,
		customer_portal_visible: true,
		due_date: at(-5),
		custom_fields: { effort: { value: 'large' } },
	});
	task(49, {
		...ofGlobex,
		title: 'Check the column names',
		assignee_id: contacts.carla,
		parent_task_id: tasks.import,
	});
	task(30, { title: 'Renew the certificate', status: 'completed' });
	for (const [author, text, days] of [
		[state.tokenUserId, 'The import has begun.', 20],
		[users.nora, 'Two rows were empty.', 19],
	] as const) {
		const id = state.newId('taskComment');
		state.taskComments.set(id, {
			id,
			task_id: tasks.import,
			author_user_id: author,
			body_html: `<p>${text}</p>`,
			is_internal: true,
			last_edited_at: null,
			created_at: at(days),
			updated_at: at(days),
		});
	}
}

function seedFeatureRequests(state: State, at: At): void {
	const { globex, initech, cedar } = seedIds.accounts;
	state.featureRequestStatuses.add('planned');
	const request = (days: number, title: string, its: Partial<FeatureRequestRecord>) => {
		const id = state.newId('featureRequest');
		state.featureRequests.set(id, {
			id,
			title,
			description: null,
			request_status: 'new',
			custom_fields: {},
			evidence: [],
			portal_visible_to_account_ids: [],
			created_at: at(days),
			updated_at: at(days),
			...its,
		});
	};
	const evidenceOf = (account_id: string, summary: string) =>
		({ account_id, external_url: null, source_id: null, source_type: 'manual', summary }) as const;
	request(90, 'Export as PDF', {
		description: 'Reports are sent to people without a login.',
		request_status: 'planned',
		evidence: [evidenceOf(globex, 'Wants a PDF every Monday'), evidenceOf(cedar, 'Prints reports')],
		portal_visible_to_account_ids: [globex],
		custom_fields: { impact: { value: 'high' } },
	});
	request(45, 'PDF of a single report', {
		evidence: [evidenceOf(initech, 'Attaches reports to contracts')],
	});
	request(10, 'Dark mode', { request_status: 'closed' });
}

/**
 * Stores projects, milestones, tasks and feature requests, with their custom fields.
 *
 * @param state has the seeded people and accounts already
 * @param at gives the times; some of what is planned lies in the future
 */
export function seedWork(state: State, at: At): void {
	const own = {
		project: ['phase', 'kickoff', 'rollout', 'done'],
		task: ['effort', 'small', 'large'],
		feature_request: ['impact', 'low', 'high'],
	};
	for (const [objectType, [slug, ...options]] of Object.entries(own)) {
		const label = slug.charAt(0).toUpperCase() + slug.slice(1);
		storeCustomField(state, objectType, [slug, label, 'select', options], at(400));
		storeCustomField(
			state,
			objectType,
			['modules', 'Modules', 'multiselect', ['desk', 'portal']],
			at(400),
		);
	}
	seedProjects(state, at);
	seedTasks(state, at);
	seedFeatureRequests(state, at);
}
