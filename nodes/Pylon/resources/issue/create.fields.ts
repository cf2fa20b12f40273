import type { INodeProperties } from 'n8n-workflow';
import { customFields } from '../../fields/customFields';
import { picker } from '../../fields/picker';
import { idInBody } from '../../steps/body';
import { listInBody } from '../../steps/lists';
import { momentInBody } from '../../steps/moments';

/** What may be added to a new issue: the rest of `CreateIssueRequest` (openapi.yaml). */
export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			...picker('Assignee', 'assigneeId', 'The user who works on the issue'),
			required: false,
			routing: { send: { type: 'body', property: 'assignee_id', preSend: [idInBody('assignee_id', 'Assignee')] } },
		},
		{
			displayName: 'Attachment URLs',
			name: 'attachmentUrls',
			type: 'string',
			default: '',
			description: 'Addresses of files that were uploaded to Pylon, separated by commas, or an expression that yields an array',
			routing: { send: { type: 'body', property: 'attachment_urls', preSend: [listInBody('attachment_urls', 'Attachment URLs')] } },
		},
		{
			...picker('Author (Contact)', 'authorContactId', "The contact who wrote the message. Needs a 'Delivery'; not together with 'Author (User)'."),
			required: false,
			routing: { send: { type: 'body', property: 'contact_id', preSend: [idInBody('contact_id', 'Author (Contact)')] } },
		},
		{
			...picker('Author (User)', 'authorUserId', 'The user who wrote the message. Without it, the user of the API token is the author.'),
			required: false,
			routing: { send: { type: 'body', property: 'user_id', preSend: [idInBody('user_id', 'Author (User)')] } },
		},
		{
			displayName: 'Author Unverified',
			name: 'authorUnverified',
			type: 'boolean',
			default: false,
			description: 'Whether to mark the author as somebody whose identity was not checked',
			routing: { send: { type: 'body', property: 'author_unverified' } },
		},
		{
			displayName: 'Created At',
			name: 'createdAt',
			type: 'dateTime',
			default: '',
			description: "Earlier moment that the issue shall show as its creation. Without an offset, in the workflow's time zone.",
			routing: { send: { type: 'body', property: 'created_at', preSend: [momentInBody('created_at', 'Created At')] } },
		},
		customFields,
		{
			displayName: 'Customer Portal Visible',
			name: 'customerPortalVisible',
			type: 'boolean',
			default: true,
			description: 'Whether the requester can see the issue in the customer portal',
			routing: { send: { type: 'body', property: 'customer_portal_visible' } },
		},
		{
			displayName: 'Priority',
			name: 'priority',
			type: 'options',
			default: 'medium',
			description: "Pylon takes the priority here only when an issue is created; later it is the custom field 'priority'",
			options: [
				{ name: 'High', value: 'high' },
				{ name: 'Low', value: 'low' },
				{ name: 'Medium', value: 'medium' },
				{ name: 'Urgent', value: 'urgent' },
			],
			routing: { send: { type: 'body', property: 'priority' } },
		},
		{
			displayName: 'Requester Avatar URL',
			name: 'requesterAvatarUrl',
			type: 'string',
			default: '',
			description: 'Address of a picture of the requester',
			routing: { send: { type: 'body', property: 'requester_avatar_url' } },
		},
		{
			displayName: 'Requester Name',
			name: 'requesterName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Ada Example',
			description: 'Name of the requester. Used only when Pylon creates the contact.',
			routing: { send: { type: 'body', property: 'requester_name' } },
		},
		{
			displayName: 'Tags',
			name: 'tags',
			type: 'string',
			default: '',
			placeholder: 'e.g. billing, urgent',
			description: 'Tags separated by commas, or an expression that yields an array',
			routing: { send: { type: 'body', property: 'tags', preSend: [listInBody('tags', 'Tags')] } },
		},
		{
			...picker('Team', 'teamId', 'The team that works on the issue'),
			required: false,
			routing: { send: { type: 'body', property: 'team_id', preSend: [idInBody('team_id', 'Team')] } },
		},
	],
};
