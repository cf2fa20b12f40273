import { blankTask } from '../blankRecords';
import type { BodyOf, Handlers, RequestContext } from '../context';
import { newCustomFields, writeCustomFields, type WrittenCustomField } from '../customFields';
import { defined } from '../defined';
import { badField, notFound } from '../errors';
import { miniAccount, miniActor } from '../mini';
import type { TaskRecord } from '../records/work';
import type { State } from '../state';
import { dropTask } from '../stores/work';
import { customFieldValues, idOrCleared, listPage, needText, searchPage } from './shared';

const OBJECT_TYPE = 'task';

type TaskBody = {
	[Name in Exclude<keyof TaskRecord, 'custom_fields'>]?: Exclude<TaskRecord[Name], null>;
} & {
	custom_fields?: WrittenCustomField[];
};

/**
 * @returns the task that the path names, as stored
 * @throws ApiError 404 when there is none
 */
export function pathTask({ state, params }: RequestContext): TaskRecord {
	const task = state.tasks.get(params.id);
	if (!task) throw notFound('Task');
	return task;
}

const mini = (id: string | null) => (id === null ? null : { id });

function presentTask(state: State, task: TaskRecord) {
	const { account_id, assignee_id, project_id, milestone_id, ...rest } = task;
	return {
		...rest,
		account: miniAccount(state, account_id),
		assignee: miniActor(state, assignee_id),
		project: mini(project_id),
		milestone: mini(milestone_id),
		subtask_ids: [...state.tasks.values()]
			.filter(({ parent_task_id }) => parent_task_id === task.id)
			.map(({ id }) => id),
	};
}

/**
 * An assignee is a user or a contact (openapi.yaml, `Actor`).
 *
 * @throws ApiError 400 for the id of neither
 */
function assigneeOf(state: State, id: string | undefined): string | null | undefined {
	const people = { has: (key: string) => state.users.has(key) || state.contacts.has(key) };
	return idOrCleared(people, 'assignee_id', id, 'user or contact');
}

/**
 * What a body changes, checked. That an empty id takes a reference away is not documented for tasks, but it is for
 * accounts.
 *
 * @throws ApiError 400 for a value that does not fit
 */
function changesOf(state: State, body: TaskBody, current: TaskRecord): Partial<TaskRecord> {
	if (body.title !== undefined) needText('title', body.title);
	const changes = {
		...defined({
			title: body.title,
			body_html: body.body_html === undefined ? undefined : body.body_html || null,
			status: body.status,
			customer_portal_visible: body.customer_portal_visible,
			due_date: body.due_date,
			account_id: idOrCleared(state.accounts, 'account_id', body.account_id, 'account'),
			assignee_id: assigneeOf(state, body.assignee_id),
			project_id: idOrCleared(state.projects, 'project_id', body.project_id, 'project'),
			milestone_id: idOrCleared(state.milestones, 'milestone_id', body.milestone_id, 'milestone'),
			parent_task_id: idOrCleared(state.tasks, 'parent_task_id', body.parent_task_id, 'task'),
		}),
		custom_fields: writeCustomFields(state, OBJECT_TYPE, current.custom_fields, body.custom_fields),
	};
	const { project_id, milestone_id } = { ...current, ...changes };
	// Not documented; stricter reading: a task in a project cannot have the milestone of another.
	const milestone = milestone_id === null ? undefined : state.milestones.get(milestone_id);
	if (milestone && project_id !== null && milestone.project_id !== project_id) {
		throw badField('milestone_id', 'is a milestone of another project');
	}
	return changes;
}

function addTask({ state, timestamp, body }: RequestContext<BodyOf<'createTask'>>): TaskRecord {
	const blank: TaskRecord = {
		...blankTask(timestamp),
		custom_fields: newCustomFields(state, OBJECT_TYPE, undefined),
	};
	const changes = changesOf(state, body, blank);
	const task = { ...blank, ...changes, id: state.newId('task') };
	state.tasks.set(task.id, task);
	return task;
}

const BUILT_IN = [
	'account_id',
	'project_id',
	'status',
	'assignee_id',
	'milestone_id',
	'created_at',
	'due_date',
	'updated_at',
] as const;

function valuesOf(task: TaskRecord, field: string): readonly string[] {
	const builtIn = BUILT_IN.find((name) => name === field);
	if (builtIn === undefined) return customFieldValues(task, field);
	const value = task[builtIn];
	return value === null ? [] : [value];
}

const searched = { objectType: OBJECT_TYPE, valuesOf, textsOf: () => [] };

export const tasks = {
	getTasks: (context) =>
		listPage(context, context.state.tasks, (task) => presentTask(context.state, task)),
	searchTasks: (context) =>
		searchPage(context, context.state.tasks, searched, (task) => presentTask(context.state, task)),
	getTask: (context) => ({ data: presentTask(context.state, pathTask(context)) }),
	createTask: (context) => ({ data: presentTask(context.state, addTask(context)) }),
	updateTask: (context) => {
		const { state, timestamp } = context;
		const current = pathTask(context);
		const task = { ...current, ...changesOf(state, context.body, current), updated_at: timestamp };
		state.tasks.set(task.id, task);
		return { data: presentTask(state, task) };
	},
	deleteTask: (context) => {
		dropTask(context.state, pathTask(context).id);
		return {};
	},
} satisfies Handlers;
