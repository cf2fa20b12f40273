import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { collections } from '../../parameters/collections';
import { customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { momentField } from '../../parameters/moments/momentField';
import { optionalRecord } from '../../parameters/record/recordField';
import { ofAccount } from '../../parameters/record/commonRecordFields';
import { required } from '../../parameters/texts/commonTextFields';
import { contact } from '../../records/contact';
import { inBody } from '../../parameters/texts/body';
import { stateInBody } from '../issue/state';
import { readChoice, readId, readWholeNumber, type Choice } from '../../../shared/input';
import { loadedOptionsField } from '../../parameters/choices/choiceFields';
import { entriesOf, groupField } from '../../parameters/groups/groupField';
import { sentField } from '../../parameters/sentField';
import { textField } from '../../parameters/texts/textField';
import { assigneeId, attachmentUrls, tags, teamId, tracker } from '../issue/fields';

/** `[{ external_issue_id, source }]` */
const readExternalIssues = (_: unknown, given: unknown): IDataObject[] =>
	entriesOf(given, 'externalIssue')
		.map((entry): IDataObject => ({ source: 'linear', ...entry }))
		.map(({ externalIssueId, source }) => ({
			external_issue_id: readId(externalIssueId, 'External Issue ID'),
			source: readChoice(source, 'Tracker', tracker.options as Array<Choice<string>>),
		}));

const issueNumberInBody = inBody((value, displayName) =>
	readWholeNumber(value, displayName, [1, Infinity]),
);

/** The rest of `ImportIssueRequest` (openapi.yaml). */
export const additionalFields: INodeProperties = {
	...collections.additionalFields,
	options: [
		{ ...ofAccount, description: 'The account that the issue is for' },
		assigneeId,
		{
			...attachmentUrls,
			description: 'URLs of files, separated by commas, or an expression that returns an array',
		},
		momentField({
			displayName: 'Created At',
			name: 'createdAt',
			property: 'created_at',
			description: 'When the issue was opened',
		}),
		customFieldsJson,
		groupField({
			displayName: 'External Issues',
			name: 'externalIssues',
			property: 'external_issues',
			placeholder: 'Add External Issue',
			description: 'Issues in Asana, GitHub, Jira, Linear or Shortcut to link to this one',
			read: readExternalIssues,
			entry: {
				name: 'externalIssue',
				displayName: 'External Issue',
				values: [
					{
						displayName: 'External Issue ID',
						name: 'externalIssueId',
						placeholder: 'e.g. acme/web-app/1042',
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
		}),
		momentField({
			displayName: 'First Response Time',
			name: 'firstResponseTime',
			property: 'first_response_time',
			description: 'When the customer got the first response',
		}),
		textField({
			displayName: 'Intercom Conversation ID',
			name: 'intercomConversationId',
			placeholder: 'e.g. 215470001234567',
			property: 'external_refs.intercom_conversation_id',
			description: 'ID of the Intercom conversation that the issue comes from',
		}),
		sentField(
			'number',
			1,
			{
				displayName: 'Issue Number',
				name: 'issueNumber',
				property: 'issue_number',
				description:
					'The number of the issue in the old help desk. It must be lower than the next issue number of your workspace.',
			},
			issueNumberInBody,
		),
		optionalRecord(contact, {
			displayName: 'Requester',
			name: 'requesterId',
			property: 'requester_id',
			description: 'The contact that the issue is for',
		}),
		momentField({
			displayName: 'Resolution Time',
			name: 'resolutionTime',
			property: 'resolution_time',
			description: 'When the issue was closed',
		}),
		tags,
		teamId,
		momentField({
			displayName: 'Updated At',
			name: 'updatedAt',
			property: 'updated_at',
			description: 'When the issue was last changed',
		}),
		textField({
			displayName: 'Zendesk Ticket ID',
			name: 'zendeskTicketId',
			placeholder: 'e.g. 35436',
			property: 'external_refs.zendesk_ticket_id',
			description: 'ID of the Zendesk ticket that the issue comes from',
		}),
	],
};

export const title = required.issueTitle;

export const state = loadedOptionsField({
	noun: 'State',
	name: 'state',
	property: 'state',
	loadOptionsMethod: 'getIssueStatuses',
	default: 'closed',
	required: true,
	description: 'The status of the issue',
	read: stateInBody,
});
