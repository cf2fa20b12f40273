import type { Handlers, RequestContext } from '../context';
import { defined } from '../defined';
import { notFound } from '../errors';
import { miniAccount } from '../mini';
import type { MilestoneRecord } from '../records/work';
import type { State } from '../state';
import { dropMilestone } from '../stores/work';
import { needRecord, needText } from './shared';

function pathMilestone({ state, params }: RequestContext): MilestoneRecord {
	const milestone = state.milestones.get(params.id);
	if (!milestone) throw notFound('Milestone');
	return milestone;
}

function present(state: State, { account_id, project_id, ...rest }: MilestoneRecord) {
	return { ...rest, account: miniAccount(state, account_id), project: { id: project_id } };
}

export const milestones = {
	getMilestone: (context) => ({ data: present(context.state, pathMilestone(context)) }),
	createMilestone: ({ state, timestamp, body }) => {
		const { name, project_id, account_id, due_date = null } = body;
		needText('name', name);
		needRecord(state.projects, 'project_id', project_id, 'project');
		if (account_id !== undefined) needRecord(state.accounts, 'account_id', account_id, 'account');
		const milestone: MilestoneRecord = {
			name,
			project_id,
			// Not documented: without one it is for the project's account.
			account_id: account_id ?? state.projects.get(project_id)?.account_id ?? null,
			due_date,
			id: state.newId('milestone'),
			created_at: timestamp,
			updated_at: timestamp,
		};
		state.milestones.set(milestone.id, milestone);
		return { data: present(state, milestone) };
	},
	updateMilestone: (context) => {
		const { state, timestamp } = context;
		const current = pathMilestone(context);
		const { name, due_date } = context.body;
		if (name !== undefined) needText('name', name);
		const milestone = { ...current, ...defined({ name, due_date }), updated_at: timestamp };
		state.milestones.set(milestone.id, milestone);
		return { data: present(state, milestone) };
	},
	deleteMilestone: (context) => {
		dropMilestone(context.state, pathMilestone(context).id);
		return {};
	},
} satisfies Handlers;
