import type { IDataObject, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import { toList } from '../../steps/lists';
import { toMoment, toRfc3339 } from '../../steps/moments';
import { bodyOf, shown, wrongInput } from '../../steps/values';
import { isRecord } from '../../transport/envelope';
import { toId } from '../../transport/path';
import { beforeSending } from '../../transport/plan';

/** Names of a message in the editor and in the API (openapi.yaml, `ImportIssueMessage`). */
const NAMES: Record<string, { property: string; displayName: string }> = {
	attachmentUrls: { property: 'attachment_urls', displayName: 'Attachment URLs' },
	bodyHtml: { property: 'body_html', displayName: 'Message (HTML)' },
	contactId: { property: 'contact_id', displayName: 'Author (Contact)' },
	createdAt: { property: 'created_at', displayName: 'Created At' },
	isPrivate: { property: 'is_private', displayName: 'Private' },
	userId: { property: 'user_id', displayName: 'Author (User)' },
};

const PROPERTIES = Object.values(NAMES).map(({ property }) => property);

/** The entries of the editor under the API's names; what was left empty there is left out. */
function fromFields(value: unknown): unknown[] {
	const entries = ((value as IDataObject | undefined)?.message ?? []) as IDataObject[];
	return entries.map((entry) =>
		Object.fromEntries(
			Object.entries(NAMES)
				.filter(([name]) => entry[name] !== undefined && entry[name] !== null && entry[name] !== '')
				.map(([name, { property }]) => [property, entry[name]]),
		),
	);
}

function fromJson(context: IExecuteSingleFunctions, value: unknown): unknown[] {
	let list = value;
	if (typeof value === 'string' && value.trim() !== '') {
		try {
			list = JSON.parse(value);
		} catch (error) {
			throw wrongInput(
				context,
				"'Messages (JSON)' is not JSON",
				`${(error as Error).message}. It looks like [{"body_html":"<p>Hello</p>","is_private":false}].`,
			);
		}
	}
	if (isRecord(list)) return [list];
	if (Array.isArray(list)) return list;
	return [];
}

function toMessage(context: IExecuteSingleFunctions, message: unknown, number: number): IDataObject {
	const where = `Message ${number}`;
	if (!isRecord(message)) {
		throw wrongInput(context, `${where} of 'Messages' is not an object`, `It is ${shown(message)}. A message looks like {"body_html":"<p>Hello</p>","is_private":false}.`);
	}
	const other = Object.keys(message).find((key) => !PROPERTIES.includes(key));
	if (other !== undefined) {
		throw wrongInput(context, `${where} of 'Messages' has the unknown field '${other}'`, `A message may have: ${PROPERTIES.join(', ')}.`);
	}
	const { body_html: bodyHtml, is_private: isPrivate = false, contact_id: contactId, user_id: userId } = message;
	if (typeof bodyHtml !== 'string' || bodyHtml.trim() === '') {
		throw wrongInput(context, `${where} of 'Messages' has no 'Message (HTML)'`, 'Fill it in (body_html in JSON), or take the message out.');
	}
	if (typeof isPrivate !== 'boolean') {
		throw wrongInput(context, `${where} of 'Messages' does not say whether it is private`, `'Private' (is_private in JSON) is ${shown(isPrivate)}. Write true or false.`);
	}
	if (contactId !== undefined && userId !== undefined) {
		throw wrongInput(context, `${where} of 'Messages' has two authors`, "Give either 'Author (Contact)' or 'Author (User)'.");
	}
	const id = (value: unknown, name: string) => toId(value, `${name} of ${where}`, context.getNode(), context.getItemIndex());
	return {
		body_html: bodyHtml,
		is_private: isPrivate,
		...(contactId === undefined ? {} : { contact_id: id(contactId, NAMES.contactId.displayName) }),
		...(userId === undefined ? {} : { user_id: id(userId, NAMES.userId.displayName) }),
		...(message.created_at === undefined
			? {}
			: { created_at: toRfc3339(toMoment(context, message.created_at, `Created At of ${where}`)) }),
		...(message.attachment_urls === undefined
			? {}
			: { attachment_urls: toList(context, message.attachment_urls, `Attachment URLs of ${where}`) }),
	};
}

const messagesInBody = beforeSending(function (request) {
	const isJson = this.getNodeParameter('messagesFrom') === 'json';
	const written = isJson
		? fromJson(this, this.getNodeParameter('messagesJson', ''))
		: fromFields(this.getNodeParameter('messages', {}));
	if (written.length === 0) {
		throw wrongInput(
			this,
			`'${isJson ? 'Messages (JSON)' : 'Messages'}' has no message`,
			'Pylon needs at least one. If it holds an expression, check that the incoming item has the field that the expression reads.',
		);
	}
	bodyOf(request).messages = written.map((message, index) => toMessage(this, message, index + 1));
});

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
			{ name: 'JSON', value: 'json', description: 'A list of messages, for example from an expression' },
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
		description: 'Nobody is notified of them',
		options: [
			{
				name: 'message',
				displayName: 'Message',
				values: [
					{
						displayName: 'Attachment URLs',
						name: 'attachmentUrls',
						type: 'string',
						default: '',
						description: 'Addresses of files, separated by commas',
					},
					{
						displayName: 'Author (Contact)',
						name: 'contactId',
						type: 'string',
						default: '',
						description: "ID of the contact who wrote it. Not together with 'Author (User)'.",
					},
					{
						displayName: 'Author (User)',
						name: 'userId',
						type: 'string',
						default: '',
						description: 'ID of the user who wrote it',
					},
					{
						displayName: 'Created At',
						name: 'createdAt',
						type: 'dateTime',
						default: '',
						description: "When it was written; empty means now. Without an offset, in the workflow's time zone.",
					},
					{
						displayName: 'Message (HTML)',
						name: 'bodyHtml',
						type: 'string',
						typeOptions: { rows: 4 },
						default: '',
						placeholder: 'e.g. <p>The export stops at 1,000 rows.</p>',
					},
					{
						displayName: 'Private',
						name: 'isPrivate',
						type: 'boolean',
						default: false,
						description: 'Whether it is an internal note that the customer does not see',
					},
				],
			},
		],
	},
	{
		displayName: 'Messages (JSON)',
		name: 'messagesJson',
		type: 'json',
		default: '[{"body_html":"<p>Hello</p>","is_private":false}]',
		required: true,
		displayOptions: { show: { messagesFrom: ['json'] } },
		description:
			'A list of objects with body_html and is_private, and if wanted contact_id or user_id, created_at and attachment_urls. Nobody is notified of them.',
	},
];
