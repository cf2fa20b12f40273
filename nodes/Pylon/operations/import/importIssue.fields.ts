import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { collections } from '../../parameters/collections';
import { customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { moment } from '../../parameters/moments/momentField';
import { optionalRecord } from '../../parameters/record/recordField';
import { ofAccount } from '../../parameters/record/commonRecordFields';
import { required } from '../../parameters/texts/textFields';
import { contact } from '../../records/contact';
import { inBody } from '../../parameters/texts/body';
import { stateInBody } from '../issue/state';
import { readChoice, readId, readText, readWholeNumber, type Choice } from '../../../shared/input';
import { bodyOf } from '../../parameters/values';
import { beforeSending } from '../../run/operationPlan';
import { assigneeId, attachmentUrls, tags, teamId, tracker } from '../issue/fields';

/** `[{ external_issue_id, source }]` */
const externalIssuesInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const entries = ((body.external_issues as IDataObject).externalIssue ?? []) as IDataObject[];
	body.external_issues = entries
		.map((entry) => ({ source: 'linear', ...entry }) as IDataObject)
		.map(({ externalIssueId, source }) => ({
			external_issue_id: readId(externalIssueId, 'External Issue ID'),
			source: readChoice(source, 'Tracker', tracker.options as Array<Choice<string>>),
		}));
});

const issueNumberInBody = inBody((value, displayName) =>
	readWholeNumber(value, displayName, [1, Infinity]),
);

/** Parts of `external_refs`; empty ones are left out. */
const externalRefInBody = (name: string, displayName: string) =>
	beforeSending(function (request) {
		const refs = bodyOf(request).external_refs as IDataObject;
		refs[name] = readText(refs[name], displayName);
	});

const externalRef = (
	displayName: string,
	name: string,
	property: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
	routing: {
		send: {
			type: 'body',
			property: `external_refs.${property}`,
			preSend: [externalRefInBody(property, displayName)],
		},
	},
});

/** The rest of `ImportIssueRequest` (openapi.yaml). */
export const additionalFields: INodeProperties = {
	...collections.additionalFields,
	options: [
		{ ...ofAccount, description: 'The account that the issue is for' },
		assigneeId,
		{
			...attachmentUrls,
			description: 'Addresses of files, separated by commas, or an expression that yields an array',
		},
		moment({
			displayName: 'Created At',
			name: 'createdAt',
			property: 'created_at',
			description: 'When the issue was opened',
		}),
		customFieldsJson,
		{
			displayName: 'External Issues',
			name: 'externalIssues',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add External Issue',
			default: {},
			description: 'Issues of a tracker that belong to this one',
			routing: {
				send: { type: 'body', property: 'external_issues', preSend: [externalIssuesInBody] },
			},
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
							options: tracker.options,
						},
					],
				},
			],
		},
		moment({
			displayName: 'First Response Time',
			name: 'firstResponseTime',
			property: 'first_response_time',
			description: 'When somebody first answered the customer',
		}),
		externalRef(
			'Intercom Conversation ID',
			'intercomConversationId',
			'intercom_conversation_id',
			'Where the issue comes from, if that was Intercom',
		),
		{
			displayName: 'Issue Number',
			name: 'issueNumber',
			type: 'number',
			default: 1,
			description:
				"The number that the issue had before. It has to be below the number of your workspace's next issue.",
			routing: {
				send: {
					type: 'body',
					property: 'issue_number',
					preSend: [issueNumberInBody('issue_number', 'Issue Number')],
				},
			},
		},
		optionalRecord(contact, {
			displayName: 'Requester',
			name: 'requesterId',
			property: 'requester_id',
			description: 'The contact that the issue is for',
		}),
		moment({
			displayName: 'Resolution Time',
			name: 'resolutionTime',
			property: 'resolution_time',
			description: 'When the issue was closed',
		}),
		tags,
		teamId,
		moment({
			displayName: 'Updated At',
			name: 'updatedAt',
			property: 'updated_at',
			description: 'When the issue was last changed',
		}),
		externalRef(
			'Zendesk Ticket ID',
			'zendeskTicketId',
			'zendesk_ticket_id',
			'Where the issue comes from, if that was Zendesk',
		),
	],
};

export const title = required.issueTitle;

export const state: INodeProperties = {
	displayName: 'State Name or ID',
	name: 'state',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getIssueStatuses' },
	default: 'closed',
	required: true,
	description:
		'The status that the issue shall have. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	routing: { send: { type: 'body', property: 'state', preSend: [stateInBody] } },
};
