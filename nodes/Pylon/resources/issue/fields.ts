import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../fields/picker';
import { idInBody, textInBody } from '../../steps/body';
import { listInBody } from '../../steps/lists';

/** A message of the issue, in the path. */
export const messageId = picker('Message', 'messageId', "The message to work with. 'Get Messages' lists the messages of an issue.");

export const bodyHtml: INodeProperties = {
	displayName: 'Message (HTML)',
	name: 'bodyHtml',
	type: 'string',
	typeOptions: { rows: 5 },
	default: '',
	required: true,
	placeholder: 'e.g. <p>Hello Ada, we are looking into it.</p>',
	description: 'What is written, as HTML',
	routing: { send: { type: 'body', property: 'body_html', preSend: [textInBody('body_html', 'Message (HTML)')] } },
};

/** Read by `followers.steps.ts`. */
export const userIds: INodeProperties = {
	displayName: 'Users',
	name: 'userIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 5f0c9a3e-…, 0c7f6d1e-…',
	description: 'IDs of users, separated by commas, or an expression that yields an array. Users, contacts, or both are needed.',
};

/** Read by `followers.steps.ts`. */
export const contactIds: INodeProperties = {
	displayName: 'Contacts',
	name: 'contactIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 77f0ab3c-…, 1b4e28ba-…',
	description: 'IDs of contacts, separated by commas, or an expression that yields an array. Users, contacts, or both are needed.',
};

/** The trackers that Pylon knows (openapi.yaml, `LinkExternalIssueRequestBody`). */
export const tracker: INodeProperties = {
	displayName: 'Tracker',
	name: 'tracker',
	type: 'options',
	default: 'linear',
	description: 'Where the external issue lives',
	options: [
		{ name: 'Asana', value: 'asana' },
		{ name: 'GitHub', value: 'github' },
		{ name: 'Jira', value: 'jira' },
		{ name: 'Linear', value: 'linear' },
		{ name: 'Shortcut', value: 'shortcut' },
	],
	routing: { send: { type: 'body', property: 'source' } },
};

/** Forms of the ids: openapi.yaml, `ExternalIssue`. */
export const externalIssueId: INodeProperties = {
	displayName: 'External Issue ID',
	name: 'externalIssueId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. acme/web-app/1042',
	description: 'Asana: the long number. GitHub: owner/repository/number. Jira: the numeric ID, not the key. Linear: the UUID.',
	routing: {
		send: { type: 'body', property: 'external_issue_id', preSend: [idInBody('external_issue_id', 'External Issue ID')] },
	},
};

/** For the optional fields of a message. */
export const attachmentUrls: INodeProperties = {
	displayName: 'Attachment URLs',
	name: 'attachmentUrls',
	type: 'string',
	default: '',
	description: 'Addresses of files that were uploaded to Pylon, separated by commas, or an expression that yields an array',
	routing: { send: { type: 'body', property: 'attachment_urls', preSend: [listInBody('attachment_urls', 'Attachment URLs')] } },
};

/** For the optional fields of a message. */
export const authorUserId: INodeProperties = {
	...picker('Author (User)', 'authorUserId', 'The user who writes. Without it, the user of the API token does.'),
	required: false,
	routing: { send: { type: 'body', property: 'user_id', preSend: [idInBody('user_id', 'Author (User)')] } },
};
