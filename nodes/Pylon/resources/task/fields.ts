import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../fields/picker';
import { idInBody, textInBody } from '../../steps/body';
import { textOrEmptyInBody } from '../../steps/clearable';
import { momentInBody } from '../../steps/moments';

export const taskId = picker('Task', 'taskId', 'The task to work with');

/** Required to create a task, optional to change one. */
export const title: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	placeholder: 'e.g. Import the customer list',
	description: 'What is to be done, in a few words',
	routing: { send: { type: 'body', property: 'title', preSend: [textInBody('title', 'Title')] } },
};

/** What a new task and a changed one may both have, by the name of the parameter. */
export const optional = {
	assigneeId: {
		...picker('Assignee', 'assigneeId', 'The user or contact who does the task'),
		required: false,
		routing: { send: { type: 'body', property: 'assignee_id', preSend: [idInBody('assignee_id', 'Assignee')] } },
	},
	bodyHtml: {
		displayName: 'Body (HTML)',
		name: 'bodyHtml',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. <p>The file is in the shared folder.</p>',
		description: 'What is to be done, in detail, as HTML',
		routing: { send: { type: 'body', property: 'body_html', preSend: [textOrEmptyInBody('body_html', 'Body (HTML)')] } },
	},
	customerPortalVisible: {
		displayName: 'Customer Portal Visible',
		name: 'customerPortalVisible',
		type: 'boolean',
		default: true,
		description: 'Whether customers can see the task in the customer portal',
		routing: { send: { type: 'body', property: 'customer_portal_visible' } },
	},
	dueDate: {
		displayName: 'Due Date',
		name: 'dueDate',
		type: 'dateTime',
		default: '',
		description: "When the task has to be done. Without an offset, in the workflow's time zone.",
		routing: { send: { type: 'body', property: 'due_date', preSend: [momentInBody('due_date', 'Due Date')] } },
	},
	milestoneId: {
		...picker('Milestone', 'milestoneId', 'The milestone that the task belongs to'),
		required: false,
		routing: { send: { type: 'body', property: 'milestone_id', preSend: [idInBody('milestone_id', 'Milestone')] } },
	},
	projectId: {
		...picker('Project', 'projectId', 'The project that the task belongs to'),
		required: false,
		routing: { send: { type: 'body', property: 'project_id', preSend: [idInBody('project_id', 'Project')] } },
	},
	status: {
		displayName: 'Status',
		name: 'status',
		type: 'options',
		default: 'in_progress',
		options: [
			{ name: 'Completed', value: 'completed' },
			{ name: 'In Progress', value: 'in_progress' },
			{ name: 'Not Started', value: 'not_started' },
		],
		routing: { send: { type: 'body', property: 'status' } },
	},
} satisfies Record<string, INodeProperties>;
