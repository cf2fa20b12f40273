import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { customFields } from '../../fields/customFields';
import { picker } from '../../fields/picker';
import { idInBody, textInBody } from '../../steps/body';
import { listInBody } from '../../steps/lists';
import { momentInBody } from '../../steps/moments';
import { bodyOf, shown, wrongInput } from '../../steps/values';
import { toId } from '../../transport/path';
import { beforeSending } from '../../transport/plan';

/** `[{ external_issue_id, source }]` */
const externalIssuesInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const entries = ((body.external_issues as IDataObject).externalIssue ?? []) as IDataObject[];
	body.external_issues = entries.map(({ externalIssueId, source }) => ({
		external_issue_id: toId(externalIssueId, 'External Issue ID', this.getNode(), this.getItemIndex()),
		source,
	}));
});

const issueNumberInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const number = typeof body.issue_number === 'string' ? Number(body.issue_number) : body.issue_number;
	if (typeof number !== 'number' || !Number.isInteger(number) || number < 1) {
		throw wrongInput(this, "'Issue Number' has to be a whole number from 1 on", `It is ${shown(body.issue_number)}. Change it, or remove it to get the next free number.`);
	}
	body.issue_number = number;
});

/** Parts of `external_refs`; empty ones are left out. */
const externalRefInBody = (name: string, displayName: string) =>
	beforeSending(function (request) {
		const refs = bodyOf(request).external_refs as IDataObject;
		refs[name] = toId(refs[name], displayName, this.getNode(), this.getItemIndex());
	});

const moment = (displayName: string, name: string, property: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	description: `${description}. Without an offset, in the workflow's time zone.`,
	routing: { send: { type: 'body', property, preSend: [momentInBody(property, displayName)] } },
});

const record = (displayName: string, name: string, property: string, description: string): INodeProperties => ({
	...picker(displayName, name, description),
	required: false,
	routing: { send: { type: 'body', property, preSend: [idInBody(property, displayName)] } },
});

/** The rest of `ImportIssueRequest` (openapi.yaml). */
export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		record('Account', 'accountId', 'account_id', 'The account that the issue is for'),
		record('Assignee', 'assigneeId', 'assignee_id', 'The user who works on the issue'),
		{
			displayName: 'Attachment URLs',
			name: 'attachmentUrls',
			type: 'string',
			default: '',
			description: 'Addresses of files, separated by commas, or an expression that yields an array',
			routing: { send: { type: 'body', property: 'attachment_urls', preSend: [listInBody('attachment_urls', 'Attachment URLs')] } },
		},
		moment('Created At', 'createdAt', 'created_at', 'When the issue was opened'),
		customFields,
		{
			displayName: 'External Issues',
			name: 'externalIssues',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add External Issue',
			default: {},
			description: 'Issues of a tracker that belong to this one',
			routing: { send: { type: 'body', property: 'external_issues', preSend: [externalIssuesInBody] } },
			options: [
				{
					name: 'externalIssue',
					displayName: 'External Issue',
					values: [
						{
							displayName: 'External Issue ID',
							name: 'externalIssueId',
							type: 'string',
							default: '',
							description: "The issue's ID in the tracker",
						},
						{
							displayName: 'Tracker',
							name: 'source',
							type: 'options',
							default: 'linear',
							options: [
								{ name: 'Asana', value: 'asana' },
								{ name: 'GitHub', value: 'github' },
								{ name: 'Jira', value: 'jira' },
								{ name: 'Linear', value: 'linear' },
								{ name: 'Shortcut', value: 'shortcut' },
							],
						},
					],
				},
			],
		},
		moment('First Response Time', 'firstResponseTime', 'first_response_time', 'When somebody first answered the customer'),
		{
			displayName: 'Intercom Conversation ID',
			name: 'intercomConversationId',
			type: 'string',
			default: '',
			description: 'Where the issue comes from, if that was Intercom',
			routing: {
				send: {
					type: 'body',
					property: 'external_refs.intercom_conversation_id',
					preSend: [externalRefInBody('intercom_conversation_id', 'Intercom Conversation ID')],
				},
			},
		},
		{
			displayName: 'Issue Number',
			name: 'issueNumber',
			type: 'number',
			default: 1,
			description: "The number that the issue had before. It has to be below the number of your workspace's next issue.",
			routing: { send: { type: 'body', property: 'issue_number', preSend: [issueNumberInBody] } },
		},
		record('Requester', 'requesterId', 'requester_id', 'The contact that the issue is for'),
		moment('Resolution Time', 'resolutionTime', 'resolution_time', 'When the issue was closed'),
		{
			displayName: 'Tags',
			name: 'tags',
			type: 'string',
			default: '',
			placeholder: 'e.g. billing, urgent',
			description: 'Tags separated by commas, or an expression that yields an array',
			routing: { send: { type: 'body', property: 'tags', preSend: [listInBody('tags', 'Tags')] } },
		},
		record('Team', 'teamId', 'team_id', 'The team that works on the issue'),
		moment('Updated At', 'updatedAt', 'updated_at', 'When the issue was last changed'),
		{
			displayName: 'Zendesk Ticket ID',
			name: 'zendeskTicketId',
			type: 'string',
			default: '',
			description: 'Where the issue comes from, if that was Zendesk',
			routing: {
				send: {
					type: 'body',
					property: 'external_refs.zendesk_ticket_id',
					preSend: [externalRefInBody('zendesk_ticket_id', 'Zendesk Ticket ID')],
				},
			},
		},
	],
};

export const title: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Export stops at 1,000 rows',
	routing: { send: { type: 'body', property: 'title', preSend: [textInBody('title', 'Title')] } },
};

export const state: INodeProperties = {
	displayName: 'State Name or ID',
	name: 'state',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getIssueStatuses' },
	default: 'closed',
	required: true,
	description:
		'The status that the issue shall have. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	routing: { send: { type: 'body', property: 'state', preSend: [textInBody('state', 'State Name or ID')] } },
};
