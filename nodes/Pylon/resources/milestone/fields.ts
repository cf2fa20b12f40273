import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../fields/picker';
import { textInBody } from '../../steps/body';
import { momentInBody } from '../../steps/moments';

export const milestoneId = picker('Milestone', 'milestoneId', 'The milestone to work with');

/** Required to create a milestone, optional to change one. */
export const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Go-live',
	routing: { send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Name')] } },
};

export const dueDate: INodeProperties = {
	displayName: 'Due Date',
	name: 'dueDate',
	type: 'dateTime',
	default: '',
	description: "When the milestone has to be reached. Without an offset, in the workflow's time zone.",
	routing: { send: { type: 'body', property: 'due_date', preSend: [momentInBody('due_date', 'Due Date')] } },
};
