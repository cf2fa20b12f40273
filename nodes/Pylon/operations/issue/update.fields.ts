import type { INodeProperties } from 'n8n-workflow';
import { loadedOptionsField, optionsField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { listChange } from '../../parameters/lists/listChangeField';
import { optionalRecord } from '../../parameters/record/recordField';
import { recordList } from '../../parameters/record/recordListField';
import { ofAccountOrNone } from '../../parameters/record/commonRecordFields';
import { texts } from '../../parameters/texts/commonTextFields';
import { contact } from '../../records/contact';
import { team } from '../../records/team';
import { user } from '../../records/user';
import { tagList } from '../../parameters/lists/listKinds';
import { customerPortalVisible } from './fields';
import { stateInBody } from './state';

const tagsChange = listChange(tagList, {
	name: 'tags',
	description: 'What the issue is tagged with',
	values: recordList({
		noun: 'Tag',
		name: 'tags',
		loadOptionsMethod: 'getIssueTags',
		description: 'Tags of issues',
	}),
});

/** `UpdateIssueRequestBody` (openapi.yaml), without `requestor_id`, its deprecated spelling of `requester_id`. */
export const updateFields: INodeProperties = {
	...collections.updateFields,
	options: [
		{
			...ofAccountOrNone,
			description:
				"The account of the issue. To remove it, leave it empty, choose 'Clear' under 'If a Value Is Empty', and add 'Requester' as well.",
		},
		optionalRecord(user, {
			displayName: 'Assignee',
			name: 'assigneeId',
			property: 'assignee_id',
			description:
				"The user to assign the issue to. To unassign the issue, leave it empty and choose 'Clear' under 'If a Value Is Empty'.",
			clearable: true,
		}),
		customFieldsJson,
		customerPortalVisible,
		optionalRecord(contact, {
			displayName: 'Requester',
			name: 'requesterId',
			property: 'requester_id',
			description:
				"The contact who reports the issue. To remove the contact, leave it empty and choose 'Clear' under 'If a Value Is Empty'.",
			clearable: true,
		}),
		loadedOptionsField({
			noun: 'State',
			name: 'state',
			property: 'state',
			loadOptionsMethod: 'getIssueStatuses',
			description: "'Closed' closes the issue, any other state reopens it",
			read: stateInBody,
		}),
		tagsChange,
		optionalRecord(team, {
			displayName: 'Team',
			name: 'teamId',
			property: 'team_id',
			description:
				"The team to assign the issue to. To remove the team, leave it empty and choose 'Clear' under 'If a Value Is Empty'.",
			clearable: true,
		}),
		{ ...texts.title, placeholder: 'e.g. Export stops at 1,000 rows' },
		optionsField({
			displayName: 'Type',
			name: 'type',
			property: 'type',
			default: 'ticket',
			description: 'A conversation can become a ticket, but not the other way round',
			options: [
				{ name: 'Conversation', value: 'conversation' },
				{ name: 'Ticket', value: 'ticket' },
			],
		}),
	],
};
