import type {
	FeatureRequestRecord,
	MilestoneRecord,
	ProjectRecord,
	ProjectTemplateRecord,
	TaskCommentRecord,
	TaskRecord,
} from '../records/work';
import { RecordStore } from './recordStore';

/** The part of the state that is planned with customers. */
export interface WorkStores {
	projectTemplates: RecordStore<ProjectTemplateRecord>;
	projects: RecordStore<ProjectRecord>;
	milestones: RecordStore<MilestoneRecord>;
	tasks: RecordStore<TaskRecord>;
	taskComments: RecordStore<TaskCommentRecord>;
	/** Slugs of the built-in statuses (openapi.yaml) and of the workspace's own. */
	featureRequestStatuses: Set<string>;
	featureRequests: RecordStore<FeatureRequestRecord>;
}

/** @returns new stores without records, and the built-in statuses of feature requests */
export function emptyWorkStores(): WorkStores {
	return {
		projectTemplates: new RecordStore<ProjectTemplateRecord>(),
		projects: new RecordStore<ProjectRecord>(),
		milestones: new RecordStore<MilestoneRecord>(),
		tasks: new RecordStore<TaskRecord>(),
		taskComments: new RecordStore<TaskCommentRecord>(),
		featureRequestStatuses: new Set(['new', 'in_progress', 'closed', 'archived']),
		featureRequests: new RecordStore<FeatureRequestRecord>(),
	};
}

/**
 * Removes a task with its comments. What becomes of its subtasks is not documented; here they stay, on their own.
 *
 * @param stores `tasks` and `taskComments` are changed in place
 * @param id of the task
 */
export function dropTask({ tasks, taskComments }: WorkStores, id: string): void {
	tasks.delete(id);
	for (const comment of [...taskComments.values()])
		if (comment.task_id === id) taskComments.delete(comment.id);
	for (const task of [...tasks.values()])
		if (task.parent_task_id === id) tasks.set(task.id, { ...task, parent_task_id: null });
}

/**
 * Removes a milestone. What becomes of its tasks is not documented; here they stay, without one.
 *
 * @param stores `milestones` and `tasks` are changed in place
 * @param id of the milestone
 */
export function dropMilestone({ milestones, tasks }: WorkStores, id: string): void {
	milestones.delete(id);
	for (const task of [...tasks.values()])
		if (task.milestone_id === id) tasks.set(task.id, { ...task, milestone_id: null });
}

/**
 * Removes a project. What becomes of its parts is not documented; here milestones, which need a project, go with it,
 * and tasks, which do not, stay.
 *
 * @param stores changed in place
 * @param id of the project
 */
export function dropProject(stores: WorkStores, id: string): void {
	stores.projects.delete(id);
	for (const milestone of [...stores.milestones.values()])
		if (milestone.project_id === id) dropMilestone(stores, milestone.id);
	for (const task of [...stores.tasks.values()])
		if (task.project_id === id) stores.tasks.set(task.id, { ...task, project_id: null });
}

/**
 * Gives an account's projects, milestones, tasks and feature requests to another. That a merge moves "linked data" is
 * documented (openapi.yaml, `mergeAccounts`); that these belong to it is an assumption.
 *
 * @param stores changed in place
 * @param from id of the account that loses them
 * @param to id of the account that gets them
 */
export function moveAccountWork(
	{ projects, milestones, tasks, featureRequests }: WorkStores,
	from: string,
	to: string,
): void {
	for (const store of [projects, milestones, tasks]) {
		for (const record of [...store.values()]) {
			if (record.account_id === from)
				(store as RecordStore<typeof record>).set(record.id, { ...record, account_id: to });
		}
	}
	for (const request of [...featureRequests.values()]) {
		featureRequests.set(request.id, {
			...request,
			evidence: request.evidence.map((piece) =>
				piece.account_id === from ? { ...piece, account_id: to } : piece,
			),
			portal_visible_to_account_ids: [
				...new Set(request.portal_visible_to_account_ids.map((id) => (id === from ? to : id))),
			],
		});
	}
}
