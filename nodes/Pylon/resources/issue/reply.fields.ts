import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../fields/picker';
import { idInBody } from '../../steps/body';
import { attachmentUrls, authorUserId } from './fields';
import { customSourceInBody } from './reply.steps';

/** What may be added to a reply: the rest of `CreateIssueReplyRequestBody` (openapi.yaml). */
export const replyFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		attachmentUrls,
		{
			...picker('Author (Contact)', 'authorContactId', "The contact who writes, for example on a customer's behalf. Not together with 'Author (User)'."),
			required: false,
			routing: { send: { type: 'body', property: 'contact_id', preSend: [idInBody('contact_id', 'Author (Contact)')] } },
		},
		authorUserId,
		{
			displayName: 'BCC',
			name: 'bccEmails',
			type: 'string',
			default: '',
			description: 'Addresses separated by commas, or an expression that yields an array',
			routing: { send: { type: 'body', property: 'email_info.bcc_emails' } },
		},
		{
			displayName: 'CC',
			name: 'ccEmails',
			type: 'string',
			default: '',
			placeholder: 'e.g. boss@example.com, team@example.com',
			description: 'Addresses separated by commas, or an expression that yields an array',
			routing: { send: { type: 'body', property: 'email_info.cc_emails' } },
		},
		{
			displayName: 'Custom Source',
			name: 'customSource',
			type: 'fixedCollection',
			default: {},
			placeholder: 'Add Source',
			description: 'Where the message comes from, when it was written in a system of your own and is only recorded in Pylon',
			routing: { send: { type: 'body', property: 'custom_source', preSend: [customSourceInBody] } },
			options: [
				{
					name: 'source',
					displayName: 'Source',
					values: [
						{
							displayName: 'External ID',
							name: 'externalId',
							type: 'string',
							default: '',
							placeholder: 'e.g. forum-post-42',
							description: 'What the other system calls the message',
						},
						{
							displayName: 'Created At',
							name: 'createdAt',
							type: 'dateTime',
							default: '',
							description: "When the message was written. Without an offset, in the workflow's time zone.",
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
			],
		},
	],
};
