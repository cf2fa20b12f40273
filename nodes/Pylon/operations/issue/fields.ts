import type { INodeProperties } from 'n8n-workflow';
import { optionalRecord, picker } from '../../parameters/record/recordField';
import { listName, recordList } from '../../parameters/record/recordListField';
import { contact } from '../../records/contact';
import { message } from '../../records/message';
import { team } from '../../records/team';
import { user } from '../../records/user';
import { idInBody } from '../../parameters/texts/body';
import { listInBody, urlsInBody } from '../../parameters/lists/lists';

/** A message of the issue, in the path. */
export const messageId = picker(
	'Message',
	'messageId',
	"The message to work with. 'Get Messages' lists the messages of an issue.",
	message,
);

/** Read by `followers.steps.ts`. */
export const userIds = recordList(
	'User',
	'userIds',
	'getUsers',
	'Users of your team. Users, contacts, or both are needed',
	user,
);

/** Read by `followers.steps.ts`. */
export const contactIds = recordList(
	'Contact',
	'contactIds',
	'getContacts',
	'Users, contacts, or both are needed',
	contact,
);

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
	description:
		'Asana: the long number. GitHub: owner/repository/number. Jira: the numeric ID, not the key. Linear: the UUID.',
	routing: {
		send: {
			type: 'body',
			property: 'external_issue_id',
			preSend: [idInBody('external_issue_id', 'External Issue ID')],
		},
	},
};

/** For the optional fields of a message. */
export const attachmentUrls: INodeProperties = {
	displayName: 'Attachment URLs',
	name: 'attachmentUrls',
	type: 'string',
	default: '',
	description:
		'Addresses of files that were uploaded to Pylon, separated by commas, or an expression that yields an array',
	routing: {
		send: {
			type: 'body',
			property: 'attachment_urls',
			preSend: [urlsInBody('attachment_urls', 'Attachment URLs')],
		},
	},
};

/** For the optional fields of a message; an operation adds its `description`. */
export const authorContactId = optionalRecord(contact, {
	displayName: 'Author (Contact)',
	name: 'authorContactId',
	property: 'contact_id',
	description: "The contact who writes. Not together with 'Author (User)'.",
});

/** For the optional fields of a message. */
export const authorUserId = optionalRecord(user, {
	displayName: 'Author (User)',
	name: 'authorUserId',
	property: 'user_id',
	description: 'The user who writes. Without it, the user of the API token does.',
});

/** For a new issue, be it imported or not. */
export const assigneeId = optionalRecord(user, {
	displayName: 'Assignee',
	name: 'assigneeId',
	property: 'assignee_id',
	description: 'The user who works on the issue',
});

/** For a new issue, be it imported or not. */
export const teamId = optionalRecord(team, {
	displayName: 'Team',
	name: 'teamId',
	property: 'team_id',
	description: 'The team that works on the issue',
});

/** For a new issue, be it imported or not. */
export const tags: INodeProperties = {
	...recordList('Tag', 'tags', 'getIssueTags', 'What the issue is tagged with'),
	routing: {
		send: { type: 'body', property: 'tags', preSend: [listInBody('tags', listName('Tag'))] },
	},
};

export const customerPortalVisible: INodeProperties = {
	displayName: 'Customer Portal Visible',
	name: 'customerPortalVisible',
	type: 'boolean',
	default: true,
	description: 'Whether the requester can see the issue in the customer portal',
	routing: { send: { type: 'body', property: 'customer_portal_visible' } },
};
