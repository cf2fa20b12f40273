import type { IDataObject, IExecuteSingleFunctions, PreSendAction } from 'n8n-workflow';
import { contact } from '../../records/contact';
import { readPicked } from '../../records/readReference';
import { idOf } from '../../records/resolveReference';
import { user } from '../../records/user';
import { isBlank, readFreeText, readJson, readMoment, readSwitch, readUrls, toRfc3339 } from '../../../shared/input';
import { partIn } from '../../parameters/ifEmpty';
import { bodyOf, shown, wrongInput } from '../../parameters/values';
import { isRecord } from '../../../shared/client/envelope';
import { parameterOnce } from '../../run/parameter';
import { beforeSending, checkedBy } from '../../run/operationPlan';

/** Names of a message in the editor and in the API (openapi.yaml, `ImportIssueMessage`). */
const NAMES: Record<string, { property: string; displayName: string }> = {
	attachmentUrls: { property: 'attachment_urls', displayName: 'Attachment URLs' },
	bodyHtml: { property: 'body_html', displayName: 'Message (HTML)' },
	contactId: { property: 'contact_id', displayName: 'Author (Contact)' },
	createdAt: { property: 'created_at', displayName: 'Created At' },
	isPrivate: { property: 'is_private', displayName: 'Private' },
	userId: { property: 'user_id', displayName: 'Author (User)' },
};

/** Who may have written a message. */
const AUTHORS = [
	{ kind: contact, property: NAMES.contactId.property, displayName: NAMES.contactId.displayName },
	{ kind: user, property: NAMES.userId.property, displayName: NAMES.userId.displayName },
];

const PROPERTIES = Object.values(NAMES).map(({ property }) => property);

/** The entries of the editor under the API's names; what was left empty there is left out. */
function fromFields(context: IExecuteSingleFunctions, value: unknown): unknown[] {
	const entries = ((value as IDataObject | null)?.message ?? []) as IDataObject[];
	return entries.map((entry, index) =>
		Object.fromEntries(
			Object.entries(NAMES).flatMap(([name, { property, displayName }]) => {
				// A switch is never left out; `toMessage` refuses one without a value.
				const part = name === 'isPrivate' ? (entry[name] ?? (name in entry ? null : undefined)) : partIn(context, entry, name, `${displayName} of Message ${index + 1}`);
				return part === undefined ? [] : [[property, part]];
			}),
		),
	);
}

function fromJson(value: unknown): unknown[] {
	const list = isBlank(value) ? [] : readJson(value, 'Messages (JSON)', '[{"body_html":"<p>Hello</p>","is_private":false}]');
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
	const { body_html: bodyHtml, is_private: givenPrivate = false, contact_id: contactId, user_id: userId } = message;
	const isPrivate = readSwitch(givenPrivate, `Private of ${where}`);
	if (contactId !== undefined && userId !== undefined) {
		throw wrongInput(context, `${where} of 'Messages' has two authors`, "Give either 'Author (Contact)' or 'Author (User)'.");
	}
	const authors = AUTHORS.filter(({ property }) => message[property] !== undefined).map(({ kind, property, displayName }) => [
		property,
		readPicked(context, message[property], `${displayName} of ${where}`, kind).value,
	]);
	return {
		body_html: readFreeText(bodyHtml, `Message (HTML) of ${where}`),
		is_private: isPrivate,
		...Object.fromEntries(authors),
		...(message.created_at === undefined
			? {}
			: { created_at: toRfc3339(readMoment(message.created_at, `Created At of ${where}`, context.getTimezone())) }),
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
			'Pylon needs at least one. If it holds an expression, check that the incoming item has the field that the expression reads.',
		);
	}
	bodyOf(request).messages = written.map((message, index) => toMessage(this, message, index + 1));
});

/** Authors may be named by more than their ID. */
const lookUpAuthors = checkedBy(async (call) => {
	const messages = bodyOf(call.request).messages as IDataObject[];
	for (const [index, message] of writtenMessages(call.context).entries()) {
		for (const { kind, property, displayName } of AUTHORS) {
			const author = isRecord(message) ? message[property] : undefined;
			if (author === undefined) continue;
			const where = `${displayName} of Message ${index + 1}`;
			messages[index][property] = await idOf(call, kind, where, readPicked(call.context, author, where, kind));
		}
	}
});

/** A `preSend` for `messages` of an import (openapi.yaml, `ImportIssueMessage`). */
export const messagesInBody: PreSendAction = async function (request) {
	await readMessages.call(this, request);
	return await lookUpAuthors.call(this, request);
};
