import type { INodeProperties } from 'n8n-workflow';
import { customFields } from '../../fields/customFields';
import { picker } from '../../fields/picker';
import { textInBody } from '../../steps/body';
import { idOrEmptyInBody } from '../../steps/clearable';
import { listInBody } from '../../steps/lists';

/** `UpdateIssueRequestBody` (openapi.yaml), without `requestor_id`, its deprecated spelling of `requester_id`. */
export const updateFields: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			...picker('Account', 'accountId', "The account that the issue is for. Empty takes it away; add 'Requester' then."),
			required: false,
			routing: { send: { type: 'body', property: 'account_id', preSend: [idOrEmptyInBody('account_id', 'Account')] } },
		},
		{
			...picker('Assignee', 'assigneeId', 'Assign the issue to this user. Empty takes the assignee away.'),
			required: false,
			routing: { send: { type: 'body', property: 'assignee_id', preSend: [idOrEmptyInBody('assignee_id', 'Assignee')] } },
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
			...picker('Requester', 'requesterId', 'The contact that the issue is for. Empty takes it away.'),
			required: false,
			routing: { send: { type: 'body', property: 'requester_id', preSend: [idOrEmptyInBody('requester_id', 'Requester')] } },
		},
		{
			displayName: 'State Name or ID',
			name: 'state',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getIssueStatuses' },
			default: '',
			description:
				'Closed closes the issue, any other reopens it. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			routing: { send: { type: 'body', property: 'state', preSend: [textInBody('state', 'State Name or ID')] } },
		},
		{
			displayName: 'Tags',
			name: 'tags',
			type: 'string',
			default: '',
			placeholder: 'e.g. billing, urgent',
			description:
				'All tags of the issue, separated by commas or as an array by expression; those not listed are removed, and empty removes all',
			routing: { send: { type: 'body', property: 'tags', preSend: [listInBody('tags', 'Tags')] } },
		},
		{
			...picker('Team', 'teamId', 'Assign the issue to this team. Empty takes the team away.'),
			required: false,
			routing: { send: { type: 'body', property: 'team_id', preSend: [idOrEmptyInBody('team_id', 'Team')] } },
		},
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			placeholder: 'e.g. Export stops at 1,000 rows',
			routing: { send: { type: 'body', property: 'title', preSend: [textInBody('title', 'Title')] } },
		},
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			default: 'ticket',
			description: 'A conversation can become a ticket, but a ticket cannot become a conversation again',
			options: [
				{ name: 'Conversation', value: 'conversation' },
				{ name: 'Ticket', value: 'ticket' },
			],
			routing: { send: { type: 'body', property: 'type' } },
		},
	],
};
