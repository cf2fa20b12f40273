import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import {
	readChoice,
	readJsonObject,
	readMoment,
	readText,
	toRfc3339,
} from '../../../../shared/input';
import { partIn } from '../../../parameters/ifEmpty';
import { bodyOf, wrongInput } from '../../../parameters/values';
import { entriesOf } from '../../../parameters/groups/groupField';
import { parameterOnce } from '../../../run/parameter';
import type { Step } from '../../../run/operationPlan';
import { readRecipients } from '../recipients';
import type { Recipients } from './recipients';

/**
 * A reply is written by a user or by a contact, not by both (openapi.yaml, `CreateIssueReplyRequestBody`).
 * @throws NodeOperationError when both are given
 */
export const oneReplyAuthor: Step = function (request) {
	const { user_id: user, contact_id: contact } = bodyOf(request);
	if (user === undefined || contact === undefined) return;
	throw wrongInput(
		this,
		"'Author (Contact)' and 'Author (User)' cannot be used together",
		"Remove one of them under 'Additional Fields'. Without either, the author is the user of the API token.",
	);
};

/**
 * @param context the item's context
 * @returns whether the node looks for the message to answer
 */
export const answersLatest = (context: IExecuteSingleFunctions): boolean =>
	context.getNodeParameter('messageToAnswer', 'latest') === 'latest';

/** What to do where there is no message to answer. */
export const WITHOUT_MESSAGE = {
	displayName: 'If There Is No Customer-Visible Message',
	options: [
		{ name: 'Refuse', value: 'refuse', description: 'Send nothing and fail' },
		{
			name: 'Write an Internal Note',
			value: 'note',
			description: 'Post the text where only your team sees it',
		},
	],
};

const additional = (context: IExecuteSingleFunctions): IDataObject =>
	(parameterOnce(context, 'additionalFields') ?? {}) as IDataObject;

/**
 * @param context the item's context
 * @returns whether the node writes an internal note when there is no message to answer
 * @throws WrongInput when the user's choice is none of the two
 */
export const fallsBackToNote = (context: IExecuteSingleFunctions): boolean =>
	answersLatest(context) &&
	'noVisibleMessage' in additional(context) &&
	readChoice(
		additional(context).noVisibleMessage,
		WITHOUT_MESSAGE.displayName,
		WITHOUT_MESSAGE.options,
	) === 'note';

/**
 * A note is written by a user, and has no source (openapi.yaml, `CreateIssueNoteRequestBody`).
 * @throws NodeOperationError when a contact or a source is given and a note may be written; WrongInput when it cannot be told
 * whether one may (see `fallsBackToNote`)
 */
export const noteIsPossible: Step = function (request) {
	if (!fallsBackToNote(this)) return;
	const { contact_id: contact, custom_source: source } = bodyOf(request);
	const name =
		contact !== undefined ? 'Author (Contact)' : source !== undefined ? 'Custom Source' : undefined;
	if (name === undefined) return;
	throw wrongInput(
		this,
		`'${name}' cannot be used with an internal note`,
		`Remove '${name}' under 'Additional Fields', or set '${WITHOUT_MESSAGE.displayName}' to 'Refuse'.`,
	);
};

/**
 * @param context the item's context
 * @param body the request's body, with the filled-in recipients as `email_info`
 * @returns the recipients; CC is empty, not missing, where it was added and left empty: then nobody gets a copy
 */
export function givenRecipients(
	context: IExecuteSingleFunctions,
	{ email_info: info }: IDataObject,
): Recipients {
	const given = { ...(info as Recipients | undefined) };
	return 'ccEmails' in additional(context) ? { cc_emails: [], ...given } : given;
}

/** The fields of `email_info`, by the property. */
export const RECIPIENTS = { to_emails: 'To', cc_emails: 'CC', bcc_emails: 'BCC' };

/**
 * Puts the recipients that the user filled in into the body, as `email_info`.
 * @throws WrongInput when one is no email address
 */
export const recipientsInBody: Step = function (request) {
	const body = bodyOf(request);
	const { cc_emails: cc, bcc_emails: bcc } = (body.email_info ?? {}) as IDataObject;
	const added = additional(this);
	const given = {
		to_emails: this.getNodeParameter('toEmails', '') as unknown,
		...('ccEmails' in added ? { cc_emails: cc as unknown } : {}),
		...('bccEmails' in added ? { bcc_emails: bcc as unknown } : {}),
	};
	const recipients: IDataObject = {};
	for (const [property, value] of Object.entries(given)) {
		const addresses = readRecipients(value, RECIPIENTS[property as keyof typeof RECIPIENTS]);
		if (addresses.length > 0) recipients[property] = addresses;
	}
	delete body.email_info;
	if (Object.keys(recipients).length > 0) body.email_info = recipients;
};

/**
 * Reads `{ external_id, created_at?, metadata? }` (openapi.yaml, `CustomSourceInfo`).
 * @param context the item's context
 * @param given the parameter's value
 * @returns the source as Pylon takes it
 * @throws WrongInput when the ID is missing, or another part is empty or cannot be read
 */
export function readCustomSource(context: IExecuteSingleFunctions, given: unknown): IDataObject {
	const [source = {}] = entriesOf(given, 'source');
	const createdAt = partIn(context, source, 'createdAt', 'Created At');
	const metadata = partIn(context, source, 'metadata', 'Metadata');
	return {
		external_id: readText(source.externalId, 'External ID'),
		...(createdAt === undefined
			? {}
			: { created_at: toRfc3339(readMoment(createdAt, 'Created At', context.getTimezone())) }),
		...(metadata === undefined
			? {}
			: { metadata: readJsonObject(metadata, 'Metadata', '{"channel":"forum"}') as IDataObject }),
	};
}
