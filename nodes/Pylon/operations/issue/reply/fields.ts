import type { INodeProperties } from 'n8n-workflow';
import { binaryAttachments } from '../../../parameters/files/attachmentsField';
import { collections } from '../../../parameters/collections';
import { attachmentUrls, authorContactId, authorUserId } from '../fields';
import { groupField } from '../../../parameters/groups/groupField';
import { sentField } from '../../../parameters/sentField';
import { readCustomSource, RECIPIENTS, WITHOUT_MESSAGE } from './steps';

/** What may be added to a reply: the rest of `CreateIssueReplyRequestBody` (openapi.yaml). */
export const replyFields: INodeProperties = {
	...collections.additionalFields,
	options: [
		attachmentUrls,
		binaryAttachments,
		{
			...authorContactId,
			description:
				"The contact who writes, for example to record a customer's message. Cannot be combined with 'Author (User)'.",
		},
		authorUserId,
		sentField('string', '', {
			displayName: RECIPIENTS.bcc_emails,
			name: 'bccEmails',
			placeholder: 'e.g. archive@example.com',
			property: 'email_info.bcc_emails',
			description:
				'Who gets a hidden copy of the email. Addresses separated by commas, or an expression that returns an array.',
		}),
		sentField('string', '', {
			displayName: RECIPIENTS.cc_emails,
			name: 'ccEmails',
			property: 'email_info.cc_emails',
			placeholder: 'e.g. boss@example.com, team@example.com',
			description:
				"Who gets a copy of the email. Add this field and leave it empty to copy nobody. Without it and 'To', everyone in CC of the answered email gets a copy. Addresses separated by commas, or an expression that returns an array.",
		}),
		groupField({
			displayName: 'Custom Source',
			name: 'customSource',
			property: 'custom_source',
			placeholder: 'Add Source',
			description:
				'Where the message comes from, if it was written in your own system and is only recorded in Pylon',
			several: false,
			read: readCustomSource,
			entry: {
				name: 'source',
				displayName: 'Source',
				values: [
					{
						displayName: 'External ID',
						name: 'externalId',
						type: 'string',
						default: '',
						placeholder: 'e.g. forum-post-42',
						description: 'ID of the message in the other system',
					},
					{
						displayName: 'Created At',
						name: 'createdAt',
						type: 'dateTime',
						default: '',
						description:
							"When the message was written. Without an offset, the workflow's time zone applies.",
					},
					{
						displayName: 'Metadata',
						name: 'metadata',
						type: 'json',
						default: '',
						placeholder: 'e.g. {"channel":"forum"}',
						description: 'Anything else to keep with the message, as a JSON object',
					},
				],
			},
		}),
		{
			displayName: WITHOUT_MESSAGE.displayName,
			name: 'noVisibleMessage',
			type: 'options',
			default: 'refuse',
			displayOptions: { show: { '/messageToAnswer': ['latest'] } },
			description: 'What to do if the issue has only internal notes, so there is nothing to answer',
			options: WITHOUT_MESSAGE.options,
		},
	],
};
