import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { withAttachments } from '../../../parameters/files/attachments';
import { bodyOf } from '../../../parameters/values';
import { addToError, errorOfItem } from '../../../../shared/client/errors';
import { operationError } from '../../../../shared/input';
import type { Call, Handler } from '../../../run/operationPlan';
import { namesOfRun } from '../../../parameters/output/addNames';
import { authorsOf, withAuthors } from '../authors';
import { messagesOf, type Message } from '../messages';
import { answersByEmail, needsAuthorsEmail, recipientsOf, type Recipients } from './recipients';
import { answersLatest, fallsBackToNote, givenRecipients } from './steps';

function chosen({ context }: Call, conversation: Message[], messageId: string): Message {
	const message = conversation.find(({ id }) => id === messageId);
	if (message === undefined) {
		throw operationError(
			context,
			`The issue has no message '${messageId}'`,
			"Check 'Specific Message': it is the 'id' of a message in 'Get Messages' of the same issue. Or reply to the latest customer-visible message.",
		);
	}
	if (!message.isPrivate) return message;
	throw operationError(
		context,
		`The message '${messageId}' is an internal note`,
		"Choose a message that the customer can see, or use 'Add Note' to reply to the note.",
	);
}

const withDelivery = (record: IDataObject, delivery: IDataObject): INodeExecutionData[] => [
	{ json: { ...record, delivery } },
];

/** A note has fewer properties than a reply (openapi.yaml, `CreateIssueNoteRequestBody`). */
async function writeNote(call: Call): Promise<INodeExecutionData[]> {
	const { body_html, attachment_urls, user_id } = bodyOf(call.request);
	const request = {
		...call.request,
		template: '/issues/{issueId}/note',
		body: {
			body_html,
			...(attachment_urls === undefined ? {} : { attachment_urls }),
			...(user_id === undefined ? {} : { user_id }),
		},
	};
	const note = await withAttachments(
		{ ...call, request },
		async () => await call.sendForRecord(request),
	);
	return withDelivery(note, { sent_as: 'internal_note' });
}

async function sendReply(
	call: Call,
	message: Pick<Message, 'id' | 'channel'>,
	recipients: Recipients | undefined,
) {
	const body = bodyOf(call.request);
	body.message_id = message.id;
	if (recipients !== undefined) body.email_info = recipients;
	const sent = await withAttachments(call, async () => await call.sendForRecord(call.request));
	return withDelivery(sent, {
		sent_as: 'reply',
		message_id: message.id,
		...(message.channel === undefined ? {} : { channel: message.channel }),
		...recipients,
	});
}

/** Messages have only the IDs of their authors, so the authors' addresses may have to be looked up. */
async function emailRecipients(
	call: Call,
	message: Message,
	conversation: Message[],
	given: Recipients,
): Promise<Recipients> {
	if (given.to_emails !== undefined) return recipientsOf(message, conversation, given);
	const names = await namesOfRun(call);
	try {
		await names.lookUp(authorsOf(conversation.filter(needsAuthorsEmail)));
	} catch (error) {
		const sentence =
			"Nothing was sent. If you fill in 'To', the node does not look up the addresses of earlier authors.";
		throw addToError(errorOfItem(error, call.context.getItemIndex()), sentence, {});
	}
	const named = withAuthors(names, conversation);
	return recipientsOf(named[conversation.indexOf(message)] ?? message, named, given);
}

/**
 * Sends the reply once, after reading the conversation once; it is not read where the user gives both the message and 'To'.
 * @param call the item's call
 * @returns Pylon's answer, and beside it what was chosen: `delivery: { sent_as: 'reply', message_id, channel, to_emails,
 * cc_emails, bcc_emails }`, or `{ sent_as: 'internal_note' }`
 * @throws NodeOperationError when there is no message to answer, or nobody to write to; WrongInput see `fallsBackToNote`;
 * PylonApiError when Pylon gives no good answer
 */
export const reply: Handler = async (call) => {
	const { context, request } = call;
	const body = bodyOf(request);
	const given = givenRecipients(context, body);
	const inBody = body.email_info as Recipients | undefined;
	const isLatest = answersLatest(context);
	const messageId = String(body.message_id);
	if (!isLatest && given.to_emails !== undefined)
		return await sendReply(call, { id: messageId }, given);

	const { issueId = '' } = request.ids;
	const conversation = await messagesOf(call, issueId);
	const message = isLatest
		? conversation.findLast(({ isPrivate }) => !isPrivate)
		: chosen(call, conversation, messageId);
	if (message === undefined) {
		if (fallsBackToNote(context)) return await writeNote(call);
		throw operationError(
			context,
			'The issue has no message that the customer can see',
			"There is nothing to reply to, so nothing was sent. Write to the customer in Pylon first, or set 'If There Is No Customer-Visible Message' under 'Additional Fields' to 'Write an Internal Note'.",
		);
	}
	if (!answersByEmail(message)) return await sendReply(call, message, inBody);
	const recipients = await emailRecipients(call, message, conversation, given);
	if (Object.keys(recipients).length > 0) return await sendReply(call, message, recipients);
	throw operationError(
		context,
		"'To' is empty, and the email that you reply to has no recipient",
		"Nothing was sent. Fill in 'To' with the address of the customer.",
	);
};
