import type { INodeProperties } from 'n8n-workflow';
import { beginsWith } from '../../../shared/input/displayConditions';
import { urlListField } from '../../parameters/lists/listFields';
import { tagsInBody } from '../../parameters/lists/lists';
import { idField } from '../../parameters/texts/textField';
import { booleanField, optionsField } from '../../parameters/choices/choiceFields';
import { optionalRecord, picker } from '../../parameters/record/recordField';
import { recordList, recordListField } from '../../parameters/record/recordListField';
import { contact } from '../../records/contact';
import { message } from '../../records/message';
import { team } from '../../records/team';
import { user } from '../../records/user';

/** A message of the issue, in the path. */
export const messageId = picker(
	'Message',
	'messageId',
	"The message to work with. 'Get Messages' lists the messages of an issue.",
	message,
);

/** Read by `followers.steps.ts`. */
export const userIds = recordList({
	noun: 'User',
	name: 'userIds',
	loadOptionsMethod: 'getUsers',
	description: 'Users of your team. Choose users, contacts, or both',
	kind: user,
});

/** Read by `followers.steps.ts`. */
export const contactIds = recordList({
	noun: 'Contact',
	name: 'contactIds',
	loadOptionsMethod: 'getContacts',
	description: 'Choose users, contacts, or both',
	kind: contact,
});

/** The trackers that Pylon supports (openapi.yaml, `LinkExternalIssueRequestBody`). */
export const tracker: INodeProperties = optionsField({
	displayName: 'Tracker',
	name: 'tracker',
	property: 'source',
	default: 'github',
	description: 'The tool that the external issue is in',
	options: [
		{ name: 'Asana', value: 'asana' },
		{ name: 'GitHub', value: 'github' },
		{ name: 'Jira', value: 'jira' },
		{ name: 'Linear', value: 'linear' },
		{ name: 'Shortcut', value: 'shortcut' },
	],
});

/** The form of an issue's ID in each tracker (openapi.yaml, `ExternalIssue`). */
const EXTERNAL_IDS: Record<string, { placeholder: string; description: string }> = {
	github: {
		placeholder: 'e.g. acme/web-app/1042',
		description: 'Owner, repository and issue number, separated by slashes',
	},
	linear: {
		placeholder: 'e.g. 9c2f6a10-3b7e-4d58-8f21-6a0d4e7b1c95',
		description:
			"The UUID of the Linear issue, not its key such as ENG-42. It is the ID that Linear's API and the Linear Trigger return.",
	},
	asana: {
		placeholder: 'e.g. 1205891234567890',
		description: 'The long number in the URL of the Asana task',
	},
	jira: {
		placeholder: 'e.g. 10042',
		description: 'The numeric ID of the Jira issue, not its key such as ENG-42',
	},
	shortcut: {
		placeholder: 'e.g. 1042',
		description: 'The number of the Shortcut story',
	},
};

/**
 * The ID of the external issue: a parameter for each tracker, which says what the ID looks like there. Where an expression
 * chooses the tracker, n8n would show the parameters of all trackers. So each is hidden for the other trackers instead, and
 * all but the first are hidden for an expression.
 */
export const externalIssueIds: INodeProperties[] = Object.entries(EXTERNAL_IDS).map(
	([source, looks], index, all) =>
		idField({
			displayName: 'External Issue ID',
			name: 'externalIssueId',
			property: 'external_issue_id',
			required: true,
			displayOptions: {
				hide: {
					tracker: [
						...all.map(([other]) => other).filter((other) => other !== source),
						...(index === 0 ? [] : [beginsWith('=')]),
					],
				},
			},
			...looks,
		}),
);

/** For the optional fields of a message. */
export const attachmentUrls: INodeProperties = urlListField({
	displayName: 'Attachment URLs',
	name: 'attachmentUrls',
	placeholder: 'e.g. https://assets.usepylon.com/report.pdf',
	property: 'attachment_urls',
	description:
		'Addresses of files that were uploaded to Pylon, separated by commas, or an expression that returns an array',
});

/** For the optional fields of a message; an operation adds its `description`. */
export const authorContactId = optionalRecord(contact, {
	displayName: 'Author (Contact)',
	name: 'authorContactId',
	property: 'contact_id',
	description: "The contact who writes. Cannot be combined with 'Author (User)'.",
});

/** For the optional fields of a message. */
export const authorUserId = optionalRecord(user, {
	displayName: 'Author (User)',
	name: 'authorUserId',
	property: 'user_id',
	description: 'The user who writes the message. Leave out to use the user of the API token.',
});

/** For a new issue, imported or not. */
export const assigneeId = optionalRecord(user, {
	displayName: 'Assignee',
	name: 'assigneeId',
	property: 'assignee_id',
	description: 'The user to assign the issue to',
});

/** For a new issue, imported or not. */
export const teamId = optionalRecord(team, {
	displayName: 'Team',
	name: 'teamId',
	property: 'team_id',
	description: 'The team to assign the issue to',
});

/** For a new issue, imported or not. */
export const tags: INodeProperties = recordListField({
	noun: 'Tag',
	name: 'tags',
	property: 'tags',
	loadOptionsMethod: 'getIssueTags',
	description: 'What the issue is tagged with',
	read: [tagsInBody],
});

export const customerPortalVisible: INodeProperties = booleanField({
	displayName: 'Customer Portal Visible',
	name: 'customerPortalVisible',
	property: 'customer_portal_visible',
	default: true,
	description: 'Whether the requester can see the issue in the customer portal',
});
