import type { INodeProperties } from 'n8n-workflow';
import { textField, urlField } from '../../../parameters/texts/textField';
import { booleanField, optionsField } from '../../../parameters/choices/choiceFields';
import { binaryAttachments } from '../../../parameters/files/attachmentsField';
import { collections } from '../../../parameters/collections';
import { customFieldsJson } from '../../../parameters/customFields/customFieldsField';
import { momentField } from '../../../parameters/moments/momentField';
import {
	assigneeId,
	attachmentUrls,
	authorContactId,
	authorUserId,
	customerPortalVisible,
	tags,
	teamId,
} from '../fields';

/** What may be added to a new issue: the rest of `CreateIssueRequest` (openapi.yaml). */
export const additionalFields: INodeProperties = {
	...collections.additionalFields,
	options: [
		assigneeId,
		attachmentUrls,
		binaryAttachments,
		{
			...authorContactId,
			description:
				"The contact who wrote the message. Requires a 'Delivery', and cannot be combined with 'Author (User)'.",
		},
		authorUserId,
		booleanField({
			displayName: 'Author Unverified',
			name: 'authorUnverified',
			property: 'author_unverified',
			default: false,
			description: 'Whether to mark the author as someone whose identity is not verified',
		}),
		momentField({
			displayName: 'Created At',
			name: 'createdAt',
			property: 'created_at',
			description: 'When the issue was created, if that was earlier',
		}),
		customFieldsJson,
		customerPortalVisible,
		optionsField({
			displayName: 'Priority',
			name: 'priority',
			property: 'priority',
			default: 'medium',
			description:
				"Priority of the new issue. To change it later, set the custom field 'priority'.",
			options: [
				{ name: 'High', value: 'high' },
				{ name: 'Low', value: 'low' },
				{ name: 'Medium', value: 'medium' },
				{ name: 'Urgent', value: 'urgent' },
			],
		}),
		urlField({
			displayName: 'Requester Avatar URL',
			name: 'requesterAvatarUrl',
			placeholder: 'e.g. https://example.com/ada.png',
			property: 'requester_avatar_url',
			description: 'URL of a picture of the requester',
		}),
		textField({
			displayName: 'Requester Name',
			name: 'requesterName',
			property: 'requester_name',
			placeholder: 'e.g. Ada Example',
			description: 'Name of the requester. Used only when Pylon creates the contact.',
		}),
		tags,
		teamId,
	],
};
