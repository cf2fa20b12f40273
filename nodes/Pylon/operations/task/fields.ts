import type { INodeProperties } from 'n8n-workflow';
import { booleanField, optionsField } from '../../parameters/choices/choiceFields';
import { momentField } from '../../parameters/moments/momentField';
import { optionalRecord, picker } from '../../parameters/record/recordField';
import { texts } from '../../parameters/texts/commonTextFields';
import { milestone } from '../../records/milestone';
import { project } from '../../records/project';
import { task } from '../../records/task';
import { user } from '../../records/user';
import { optionalMessageFields } from '../../parameters/message/messageFields';

export const taskId = picker('Task', 'taskId', 'The task to work with', task);

/** Required to create a task, optional to change one. */
export const title: INodeProperties = {
	...texts.title,
	placeholder: 'e.g. Import the customer list',
	description: 'What has to be done, in a few words',
};

/** May be empty; Pylon's API calls it the task's body. */
export const description = optionalMessageFields({
	displayName: 'Description',
	name: 'description',
	property: 'body_html',
	placeholder: 'e.g. The file is in the shared folder.',
	description: 'What has to be done, in detail',
	cleared: '',
});

/** What a new task and a changed one may both have, by the name of the parameter. */
export const optional = {
	assigneeId: optionalRecord(user, {
		displayName: 'Assignee',
		name: 'assigneeId',
		property: 'assignee_id',
		description: 'The user who does the task, or a contact by ID',
	}),
	customerPortalVisible: booleanField({
		displayName: 'Customer Portal Visible',
		name: 'customerPortalVisible',
		property: 'customer_portal_visible',
		default: true,
		description: 'Whether customers can see the task in the customer portal',
	}),
	dueDate: momentField({
		displayName: 'Due Date',
		name: 'dueDate',
		property: 'due_date',
		description: 'When the task has to be done',
	}),
	milestoneId: optionalRecord(milestone, {
		displayName: 'Milestone',
		name: 'milestoneId',
		property: 'milestone_id',
		description:
			"The milestone that the task belongs to. With a 'Project', the list shows those of that project.",
	}),
	projectId: optionalRecord(project, {
		displayName: 'Project',
		name: 'projectId',
		property: 'project_id',
		description: 'The project that the task belongs to',
	}),
	status: optionsField({
		displayName: 'Status',
		name: 'status',
		property: 'status',
		default: 'in_progress',
		options: [
			{ name: 'Completed', value: 'completed' },
			{ name: 'In Progress', value: 'in_progress' },
			{ name: 'Not Started', value: 'not_started' },
		],
	}),
} satisfies Record<string, INodeProperties>;
