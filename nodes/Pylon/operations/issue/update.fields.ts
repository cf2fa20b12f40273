import type { INodeProperties } from 'n8n-workflow';
import { collections } from '../../parameters/collections';
import { customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { listChange } from '../../parameters/lists/listChangeField';
import { optionalRecord } from '../../parameters/record/recordField';
import { recordList } from '../../parameters/record/recordListField';
import { ofAccountOrNone } from '../../parameters/record/commonRecordFields';
import { texts } from '../../parameters/texts/textFields';
import { contact } from '../../records/contact';
import { team } from '../../records/team';
import { user } from '../../records/user';
import { textInBody } from '../../parameters/texts/body';
import { tagList } from '../../parameters/lists/listKinds';
import { customerPortalVisible } from './fields';

const tagsChange = listChange(tagList, {
	name: 'tags',
	description: 'What the issue is tagged with',
	values: recordList('Tag', 'tags', 'getIssueTags', 'Tags of issues'),
});

/** `UpdateIssueRequestBody` (openapi.yaml), without `requestor_id`, its deprecated spelling of `requester_id`. */
export const updateFields: INodeProperties = {
	...collections.updateFields,
	options: [
		{ ...ofAccountOrNone, description: "The account that the issue is for. Empty takes it away; add 'Requester' then." },
		optionalRecord(user, {
			displayName: 'Assignee',
			name: 'assigneeId',
			property: 'assignee_id',
			description: 'Assign the issue to this user. Empty takes the assignee away.',
			clearable: true,
		}),
		customFieldsJson,
		customerPortalVisible,
		optionalRecord(contact, {
			displayName: 'Requester',
			name: 'requesterId',
			property: 'requester_id',
			description: 'The contact that the issue is for. Empty takes it away.',
			clearable: true,
		}),
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
		tagsChange,
		optionalRecord(team, {
			displayName: 'Team',
			name: 'teamId',
			property: 'team_id',
			description: 'Assign the issue to this team. Empty takes the team away.',
			clearable: true,
		}),
		{ ...texts.title, placeholder: 'e.g. Export stops at 1,000 rows' },
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
