import type { IDataObject, IExecuteSingleFunctions, PreSendAction } from 'n8n-workflow';
import { contact } from '../../records/contact';
import { readPicked } from '../../records/readReference';
import { idOf } from '../../records/resolveReference';
import { user } from '../../records/user';
import {
	CHECK_EXPRESSION,
	isBlank,
	readJson,
	readMoment,
	readSwitch,
	readUrls,
	toRfc3339,
} from '../../../shared/input';
import { messageFormat } from '../../parameters/message/messageFields';
import { formatIn, readMessage } from '../../parameters/message/readMessage';
import { partIn } from '../../parameters/ifEmpty';
import { bodyOf, shown, wrongInput } from '../../parameters/values';
import { isRecord } from '../../../shared/client/envelope';
import { parameterOnce } from '../../run/parameter';
import { MESSAGES_EXAMPLE } from './messagesExample';
import { beforeSending, checkedBy } from '../../run/operationPlan';

/**
 * Names of a message's parts in the editor and in the API (openapi.yaml, `ImportIssueMessage`); `body_html` is made from the
 * text.
 */
const NAMES = {
	attachmentUrls: { property: 'attachment_urls', displayName: 'Attachment URLs' },
	contactId: { property: 'contact_id', displayName: 'Author (Contact)' },
	createdAt: { property: 'created_at', displayName: 'Created At' },
	isPrivate: { property: 'is_private', displayName: 'Private' },
	message: { property: 'message', displayName: 'Message' },
	userId: { property: 'user_id', displayName: 'Author (User)' },
};

/** The parameters for a message's author. */
const AUTHORS = [
	{ kind: contact, ...NAMES.contactId },
	{ kind: user, ...NAMES.userId },
];

/** A table has a column for each of the two: the empty one counts only where nobody is in the other. */
function authorsIn(message: IDataObject): typeof AUTHORS {
	const given = AUTHORS.filter(({ property }) => message[property] !== undefined);
	const filled = given.filter(({ property }) => !isBlank(message[property]));
	return filled.length > 0 ? filled : given.slice(0, 1);
}

/** In JSON, the text may also be the HTML that Pylon takes, under the API's name. */
const PROPERTIES = ['body_html', ...Object.values(NAMES).map(({ property }) => property)];

/** Parts of a message that are not left out where an expression returns nothing. */
const NEEDED = ['isPrivate', 'message'];

/** The editor's entries under the API's names, without the parts that were left empty there. */
function fromFields(context: IExecuteSingleFunctions, value: unknown): unknown[] {
	const entries = ((value as IDataObject | null)?.message ?? []) as IDataObject[];
	return entries.map((entry, index) =>
		Object.fromEntries(
			Object.entries(NAMES).flatMap(([name, { property, displayName }]) => {
				// A switch is never left out, nor is the text; `toMessage` refuses them without a value.
				const part = NEEDED.includes(name)
					? (entry[name] ?? (name in entry ? null : undefined))
					: partIn(context, entry, name, `${displayName} of Message ${index + 1}`);
				return part === undefined ? [] : [[property, part]];
			}),
		),
	);
}

function fromJson(value: unknown): unknown[] {
	const list = isBlank(value) ? [] : readJson(value, 'Messages (JSON)', MESSAGES_EXAMPLE);
	if (isRecord(list)) return [list];
	if (Array.isArray(list)) return list;
	return [];
}

function htmlOf(
	context: IExecuteSingleFunctions,
	message: Record<string, unknown>,
	number: number,
): string {
	const { message: text, body_html: html } = message;
	const where = `Message ${number}`;
	if (isBlank(text) && isBlank(html)) {
		throw wrongInput(
			context,
			`${where} of 'Messages' has no text`,
			"Fill in 'Message' (in JSON: message in the chosen 'Format', or body_html), or remove the message.",
		);
	}
	if (!isBlank(text) && !isBlank(html)) {
		throw wrongInput(
			context,
			`${where} of 'Messages' has two texts`,
			"Enter either message, in the 'Format' of the node, or body_html.",
		);
	}
	return isBlank(text)
		? readMessage(html, where, 'html')
		: readMessage(text, where, formatIn(context, messageFormat));
}

function toMessage(
	context: IExecuteSingleFunctions,
	message: unknown,
	number: number,
): IDataObject {
	const where = `Message ${number}`;
	if (!isRecord(message)) {
		throw wrongInput(
			context,
			`${where} of 'Messages' is not an object`,
			`It is ${shown(message)}. A message should look like ${MESSAGES_EXAMPLE.slice(1, -1)}.`,
		);
	}
	const other = Object.keys(message).find((key) => !PROPERTIES.includes(key));
	if (other !== undefined) {
		throw wrongInput(
			context,
			`${where} of 'Messages' has the unknown field '${other}'`,
			`A message may have: ${PROPERTIES.join(', ')}.`,
		);
	}
	const html = htmlOf(context, message, number);
	const { is_private: givenPrivate = false } = message;
	const isPrivate = readSwitch(givenPrivate, `Private of ${where}`);
	const given = authorsIn(message);
	if (given.length > 1) {
		throw wrongInput(
			context,
			`${where} of 'Messages' has two authors`,
			"Give either 'Author (Contact)' or 'Author (User)'.",
		);
	}
	const authors = given.map(({ kind, property, displayName }) => [
		property,
		readPicked(context, message[property], `${displayName} of ${where}`, kind).value,
	]);
	return {
		body_html: html,
		is_private: isPrivate,
		...Object.fromEntries(authors),
		...(message.created_at === undefined
			? {}
			: {
					created_at: toRfc3339(
						readMoment(message.created_at, `Created At of ${where}`, context.getTimezone()),
					),
				}),
		...(message.attachment_urls === undefined
			? {}
			: { attachment_urls: readUrls(message.attachment_urls, `Attachment URLs of ${where}`) }),
	};
}

function writtenMessages(context: IExecuteSingleFunctions): unknown[] {
	return context.getNodeParameter('messagesFrom') === 'json'
		? fromJson(parameterOnce(context, 'messagesJson'))
		: fromFields(context, parameterOnce(context, 'messages'));
}

const readMessages = beforeSending(function (request) {
	const written = writtenMessages(this);
	if (written.length === 0) {
		throw wrongInput(
			this,
			`'${this.getNodeParameter('messagesFrom') === 'json' ? 'Messages (JSON)' : 'Messages'}' has no message`,
			`Pylon needs at least one. ${CHECK_EXPRESSION}`,
		);
	}
	bodyOf(request).messages = written.map((message, index) => toMessage(this, message, index + 1));
});

/** Users may name authors in other ways than by ID. */
const lookUpAuthors = checkedBy(async (call) => {
	const messages = bodyOf(call.request).messages as IDataObject[];
	for (const [index, written] of writtenMessages(call.context).entries()) {
		const message = messages[index];
		if (!isRecord(written) || message === undefined) continue;
		for (const { kind, property, displayName } of authorsIn(written)) {
			const author = written[property];
			const where = `${displayName} of Message ${index + 1}`;
			message[property] = await idOf(
				call,
				kind,
				where,
				readPicked(call.context, author, where, kind),
			);
		}
	}
});

/** A `preSend` for `messages` of an import (openapi.yaml, `ImportIssueMessage`). */
export const messagesInBody: PreSendAction = async function (request) {
	await readMessages.call(this, request);
	return await lookUpAuthors.call(this, request);
};
