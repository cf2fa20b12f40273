import { blankProject } from '../blankRecords';
import type { BodyOf, Handlers, RequestContext } from '../context';
import { newCustomFields, writeCustomFields } from '../customFields';
import { defined } from '../defined';
import { notFound } from '../errors';
import { miniAccount } from '../mini';
import type { ProjectRecord } from '../records/work';
import type { State } from '../state';
import { dropProject } from '../stores/work';
import { customFieldValues, idOrCleared, needRecord, needText, searchPage } from './shared';

const OBJECT_TYPE = 'project';

type ProjectBody = BodyOf<'updateProject'>;

function pathProject({ state, params }: RequestContext): ProjectRecord {
	const project = state.projects.get(params.id);
	if (!project) throw notFound('Project');
	return project;
}

function present(state: State, { account_id, project_template_id, ...rest }: ProjectRecord) {
	return {
		...rest,
		account: miniAccount(state, account_id),
		is_archived: rest.archived_at !== null,
		project_template: project_template_id === null ? null : { id: project_template_id },
	};
}

/**
 * What a body changes, checked.
 *
 * @throws ApiError 400 for a value that does not fit
 */
function changesOf(
	{ state, timestamp }: RequestContext,
	body: ProjectBody,
	current: ProjectRecord,
): Partial<ProjectRecord> {
	if (body.name !== undefined) needText('name', body.name);
	const { is_archived } = body;
	return defined({
		name: body.name,
		customer_portal_visible: body.customer_portal_visible,
		description_html:
			body.description_html === undefined ? undefined : body.description_html || null,
		start_date: body.start_date,
		end_date: body.end_date,
		owner_id: idOrCleared(state.users, 'owner_id', body.owner_id, 'user'),
		archived_at:
			is_archived === undefined
				? undefined
				: is_archived
					? (current.archived_at ?? timestamp)
					: null,
		custom_fields:
			body.custom_fields &&
			writeCustomFields(state, OBJECT_TYPE, current.custom_fields, body.custom_fields),
	});
}

function addProject(context: RequestContext<BodyOf<'createProject'>>): ProjectRecord {
	const { state, timestamp } = context;
	const body = context.body;
	const { account_id, project_template_id } = body;
	needRecord(state.accounts, 'account_id', account_id, 'account');
	if (project_template_id !== undefined) {
		needRecord(
			state.projectTemplates,
			'project_template_id',
			project_template_id,
			'project template',
		);
	}
	const blank: ProjectRecord = {
		...blankProject(timestamp),
		account_id,
		// What a template brings along is not documented; here the reference alone.
		project_template_id: project_template_id ?? null,
		custom_fields: newCustomFields(state, OBJECT_TYPE, undefined),
	};
	const changes = changesOf(context, body, blank);
	const project = { ...blank, ...changes, id: state.newId('project') };
	state.projects.set(project.id, project);
	return project;
}

/**
 * Projects can be searched by a status that they do not show (openapi.yaml). Where it comes from is not documented;
 * here it follows from the tasks.
 */
function statusOf(state: State, { id }: ProjectRecord): string {
	const statuses = [...state.tasks.values()]
		.filter(({ project_id }) => project_id === id)
		.map(({ status }) => status);
	if (statuses.every((status) => status === 'not_started')) return 'not_started';
	return statuses.every((status) => status === 'completed') ? 'completed' : 'in_progress';
}

const searchedIn = (state: State) => ({
	objectType: OBJECT_TYPE,
	textsOf: () => [],
	valuesOf: (project: ProjectRecord, field: string): readonly string[] => {
		switch (field) {
			case 'account_id':
			case 'created_at':
			case 'updated_at':
				return [project[field]];
			case 'owner_id':
				return project.owner_id === null ? [] : [project.owner_id];
			case 'is_archived':
				return [String(project.archived_at !== null)];
			case 'status':
				return [statusOf(state, project)];
			default:
				return customFieldValues(project, field);
		}
	},
});

export const projects = {
	searchProjects: (context) => {
		const { state } = context;
		return searchPage(context, state.projects, searchedIn(state), (project) =>
			present(state, project),
		);
	},
	getProject: (context) => ({ data: present(context.state, pathProject(context)) }),
	createProject: (context) => ({ data: present(context.state, addProject(context)) }),
	updateProject: (context) => {
		const { state, timestamp } = context;
		const current = pathProject(context);
		const project = {
			...current,
			...changesOf(context, context.body, current),
			updated_at: timestamp,
		};
		state.projects.set(project.id, project);
		return { data: present(state, project) };
	},
	deleteProject: (context) => {
		dropProject(context.state, pathProject(context).id);
		return {};
	},
} satisfies Handlers;
