import type { INodeProperties } from 'n8n-workflow';
import { binaryAttachments } from '../../parameters/files/attachmentsField';
import { collections } from '../../parameters/collections';
import { customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { moment } from '../../parameters/moments/momentField';
import { textInBody } from '../../parameters/texts/body';
import { urlInBody } from '../../parameters/texts/urls';
import {
	assigneeId,
	attachmentUrls,
	authorContactId,
	authorUserId,
	customerPortalVisible,
	tags,
	teamId,
} from './fields';

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
				"The contact who wrote the message. Needs a 'Delivery'; not together with 'Author (User)'.",
		},
		authorUserId,
		{
			displayName: 'Author Unverified',
			name: 'authorUnverified',
			type: 'boolean',
			default: false,
			description: 'Whether to mark the author as somebody whose identity was not checked',
			routing: { send: { type: 'body', property: 'author_unverified' } },
		},
		moment({
			displayName: 'Created At',
			name: 'createdAt',
			property: 'created_at',
			description: 'Earlier moment that the issue shows as its creation',
		}),
		customFieldsJson,
		customerPortalVisible,
		{
			displayName: 'Priority',
			name: 'priority',
			type: 'options',
			default: 'medium',
			description:
				"Pylon takes the priority here only when an issue is created; later it is the custom field 'priority'",
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
			routing: {
				send: {
					type: 'body',
					property: 'requester_avatar_url',
					preSend: [urlInBody('requester_avatar_url', 'Requester Avatar URL')],
				},
			},
		},
		{
			displayName: 'Requester Name',
			name: 'requesterName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Ada Example',
			description: 'Name of the requester. Used only when Pylon creates the contact.',
			routing: {
				send: {
					type: 'body',
					property: 'requester_name',
					preSend: [textInBody('requester_name', 'Requester Name')],
				},
			},
		},
		tags,
		teamId,
	],
};
