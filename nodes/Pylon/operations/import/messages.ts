import type { INodeProperties } from 'n8n-workflow';
import { messageFormat } from '../../parameters/message/messageFields';
import { notRequired, picker } from '../../parameters/record/recordField';
import { loadedPreSend } from '../../run/loadedPreSend';
import { contact } from '../../records/contact';
import { user } from '../../records/user';
import { MESSAGES_EXAMPLE } from './messagesExample';

const messagesInBody = loadedPreSend(async () => (await import('./messages.steps')).messagesInBody);

/** The messages of an import: entered one by one, or as JSON, for example from an expression. */
export const messages: INodeProperties[] = [
	{
		displayName: 'Messages From',
		name: 'messagesFrom',
		type: 'options',
		noDataExpression: true,
		default: 'fields',
		options: [
			{ name: 'Fields Below', value: 'fields', description: 'Enter the messages one by one' },
			{
				name: 'JSON',
				value: 'json',
				description: 'An array of messages, for example from an expression',
			},
		],
		routing: { send: { preSend: [messagesInBody] } },
	},
	{
		displayName: 'Messages',
		name: 'messages',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Message',
		default: {},
		required: true,
		displayOptions: { show: { messagesFrom: ['fields'] } },
		description: 'The messages to import. Nobody is notified.',
		options: [
			{
				name: 'message',
				displayName: 'Message',
				values: [
					{
						displayName: 'Attachment URLs',
						name: 'attachmentUrls',
						placeholder: 'e.g. https://assets.usepylon.com/report.pdf',
						type: 'string',
						default: '',
						description: 'URLs of files, separated by commas',
					},
					notRequired(
						picker(
							'Author (Contact)',
							'contactId',
							"The contact who wrote the message. Leave empty if 'Author (User)' is set.",
							contact,
						),
					),
					notRequired(picker('Author (User)', 'userId', 'The user who wrote the message', user)),
					{
						displayName: 'Created At',
						name: 'createdAt',
						type: 'dateTime',
						default: '',
						description:
							"When the message was written. If empty, the current time is used. Without an offset, the workflow's time zone applies.",
					},
					{
						displayName: 'Message',
						name: 'message',
						type: 'string',
						typeOptions: { rows: 4 },
						default: '',
						placeholder: 'e.g. The export stops at 1,000 rows.',
						description: "The text, in the 'Format' below",
					},
					{
						displayName: 'Private',
						name: 'isPrivate',
						type: 'boolean',
						default: false,
						description: 'Whether the message is an internal note that the customer does not see',
					},
				],
			},
		],
	},
	{
		displayName: 'Messages (JSON)',
		name: 'messagesJson',
		placeholder: 'e.g. [{"message": "It works now.", "created_at": "2026-01-31T09:00:00Z"}]',
		type: 'json',
		default: MESSAGES_EXAMPLE,
		required: true,
		displayOptions: { show: { messagesFrom: ['json'] } },
		description:
			"An array of messages, each with message (in the 'Format' below) or body_html, and optionally is_private, contact_id or user_id, created_at and attachment_urls. Nobody is notified.",
	},
	messageFormat,
];
