import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../parameters/record/recordField';
import { task } from '../../records/task';
import { taskComment } from '../../records/taskComment';
import { freeTextInBody } from '../../parameters/texts/body';

export const taskId = picker('Task', 'taskId', 'The task that the comment belongs to', task);

export const taskCommentId = picker('Task Comment', 'taskCommentId', 'The comment to work with', taskComment);

export const bodyHtml: INodeProperties = {
	displayName: 'Comment (HTML)',
	name: 'bodyHtml',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. <p>Done, please check.</p>',
	description: 'The whole comment, as HTML',
	routing: { send: { type: 'body', property: 'body_html', preSend: [freeTextInBody('body_html', 'Comment (HTML)')] } },
};
