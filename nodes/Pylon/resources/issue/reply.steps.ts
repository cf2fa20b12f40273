import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { toAddresses } from '../../steps/addresses';
import { toMoment, toRfc3339 } from '../../steps/moments';
import { bodyOf, shown, wrongInput } from '../../steps/values';
import { isRecord } from '../../transport/envelope';
import { toId } from '../../transport/path';
import { beforeSending } from '../../transport/plan';

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

/** `email_info`: the recipients, as far as there are any. */
export const recipientsInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const { cc_emails: cc, bcc_emails: bcc } = (body.email_info ?? {}) as IDataObject;
	const given = { to_emails: this.getNodeParameter('toEmails', ''), cc_emails: cc, bcc_emails: bcc };
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
