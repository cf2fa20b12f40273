import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { toAddresses } from '../../parameters/lists/addresses';
import { toMoment, toRfc3339 } from '../../parameters/moments/moments';
import { bodyOf, shown, wrongInput } from '../../parameters/values';
import { isRecord } from '../../../shared/client/envelope';
import { parameterOnce } from '../../run/parameter';
import { toId } from '../../run/recordId';
import { beforeSending } from '../../run/operationPlan';
import type { Recipients } from './reply.recipients';

/** A reply is written by a user or by a contact, not by both (openapi.yaml, `CreateIssueReplyRequestBody`). */
export const oneReplyAuthor = beforeSending(function (request) {
	const { user_id: user, contact_id: contact } = bodyOf(request);
	if (user === undefined || contact === undefined) return;
	throw wrongInput(
		this,
		"'Author (Contact)' and 'Author (User)' cannot be used together",
		"Remove one of them under 'Additional Fields'. Without either, the author is the user of the API token.",
	);
});

/**
 * @param context of the item
 * @returns whether the message to answer is looked for
 */
export const answersLatest = (context: IExecuteSingleFunctions): boolean =>
	context.getNodeParameter('messageToAnswer', 'latest') === 'latest';

const additional = (context: IExecuteSingleFunctions): IDataObject => (parameterOnce(context, 'additionalFields') ?? {}) as IDataObject;

/**
 * @param context of the item
 * @returns whether an internal note is written when there is no message to answer
 */
export const fallsBackToNote = (context: IExecuteSingleFunctions): boolean =>
	answersLatest(context) && additional(context).noVisibleMessage === 'note';

/** A note is written by a user, and has no source (openapi.yaml, `CreateIssueNoteRequestBody`). */
export const noteIsPossible = beforeSending(function (request) {
	if (!fallsBackToNote(this)) return;
	const { contact_id: contact, custom_source: source } = bodyOf(request);
	const name = contact !== undefined ? 'Author (Contact)' : source !== undefined ? 'Custom Source' : undefined;
	if (name === undefined) return;
	throw wrongInput(
		this,
		`'${name}' and an internal note do not go together`,
		`Remove '${name}' under 'Additional Fields', or let 'If There Is No Customer-Visible Message' refuse.`,
	);
});

/**
 * @param context of the item
 * @param body with the recipients that are filled in, as `email_info`
 * @returns them; CC is empty, not missing, where it was added and left empty: then nobody gets a copy
 */
export function givenRecipients(context: IExecuteSingleFunctions, { email_info: info }: IDataObject): Recipients {
	const given = { ...(info as Recipients | undefined) };
	return additional(context).ccEmails === undefined ? given : { cc_emails: [], ...given };
}

/** `email_info`: the recipients that the user filled in, as far as there are any. */
export const recipientsInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const { cc_emails: cc, bcc_emails: bcc } = (body.email_info ?? {}) as IDataObject;
	const to = this.getNodeParameter('toEmails', '') as unknown;
	if (to === null || to === undefined) {
		throw wrongInput(
			this,
			"'To' yields nothing",
			'Without it, the reply would go to those of the message that is answered. Check the expression, or let it yield an empty text if that is what you want.',
		);
	}
	const given = { to_emails: to, cc_emails: cc, bcc_emails: bcc };
	const names = { to_emails: 'To', cc_emails: 'CC', bcc_emails: 'BCC' };
	const recipients: IDataObject = {};
	for (const [property, value] of Object.entries(given)) {
		const addresses = toAddresses(this, value, names[property as keyof typeof names]);
		if (addresses.length > 0) recipients[property] = addresses;
	}
	delete body.email_info;
	if (Object.keys(recipients).length > 0) body.email_info = recipients;
});

function toMetadata(context: IExecuteSingleFunctions, value: unknown): IDataObject {
	let metadata = value;
	try {
		if (typeof value === 'string') metadata = JSON.parse(value);
	} catch (error) {
		throw wrongInput(context, "'Metadata' is not JSON", `${(error as Error).message}. It looks like {"channel":"forum"}.`);
	}
	if (isRecord(metadata)) return metadata;
	throw wrongInput(context, "'Metadata' has to be a JSON object", `It is ${shown(value)}. It looks like {"channel":"forum"}.`);
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** `{ external_id, created_at?, metadata? }` (openapi.yaml, `CustomSourceInfo`). */
export const customSourceInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const { externalId, createdAt, metadata } = ((body.custom_source as IDataObject).source ?? {}) as IDataObject;
	body.custom_source = {
		external_id: toId(externalId, 'External ID', this.getNode(), this.getItemIndex()),
		...(isEmpty(createdAt) ? {} : { created_at: toRfc3339(toMoment(this, createdAt, 'Created At')) }),
		...(isEmpty(metadata) ? {} : { metadata: toMetadata(this, metadata) }),
	};
});
