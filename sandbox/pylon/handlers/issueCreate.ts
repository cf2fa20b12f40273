import type { BodyOf, RequestContext } from '../context';
import { newCustomFields } from '../customFields';
import { defined } from '../defined';
import { badField } from '../errors';
import { isEmail } from '../formats';
import { newIssue } from '../newIssue';
import type { IssueRecord, MessageRecord } from '../records';
import type { State } from '../state';
import { addContact } from './contacts';
import { needRecord, needText } from './shared';
import { openThread } from './threads';

/** Where the first message goes, and from where (openapi.yaml, `DestinationMetadata`). */
export interface DestinationMetadata {
	destination: string;
	email?: string;
	email_ccs?: string[];
	email_bccs?: string[];
	chat_widget_app_id?: string;
	from_sms_phone_number_id?: string;
	whatsapp_app_id?: string;
	whatsapp_message_template_language?: string;
	whatsapp_message_template_name?: string;
}

type CreateBody = BodyOf<'createIssue'>;

/** Where a message to a destination comes from, in the words of the issue's `source`. */
const SOURCES: Record<string, string> = {
	email: 'email',
	slack: 'slack',
	in_app_chat: 'chat_widget',
	customer_portal: 'form',
	sms: 'sms',
	whatsapp: 'whatsapp',
	internal: 'manual',
};

/** Which fields a destination needs, and which belong to it alone (openapi.yaml, DestinationMetadata). */
const NEEDED: Record<string, Array<keyof DestinationMetadata>> = {
	email: ['email'],
	sms: ['from_sms_phone_number_id'],
	whatsapp: [
		'whatsapp_app_id',
		'whatsapp_message_template_language',
		'whatsapp_message_template_name',
	],
};
const ONLY_FOR: Record<string, Array<keyof DestinationMetadata>> = {
	email: ['email_ccs', 'email_bccs'],
	in_app_chat: ['chat_widget_app_id'],
};

function checkDestination(state: State, metadata: DestinationMetadata): void {
	for (const field of NEEDED[metadata.destination] ?? []) {
		if (!metadata[field])
			throw badField(`destination_metadata.${field}`, `is needed for ${metadata.destination}`);
	}
	for (const [destination, fields] of Object.entries(ONLY_FOR)) {
		const given = fields.find((field) => metadata[field] !== undefined);
		if (given && destination !== metadata.destination) {
			throw badField(`destination_metadata.${given}`, `is for ${destination} only`);
		}
	}
	if (
		metadata.destination === 'email' &&
		!state.supportAddresses.includes(metadata.email as string)
	) {
		throw badField(
			'destination_metadata.email',
			`"${metadata.email}" is not a configured email address`,
		);
	}
}

function checkAuthor(state: State, body: CreateBody): void {
	const { user_id, contact_id, destination_metadata } = body;
	if (user_id !== undefined && contact_id !== undefined)
		throw badField('user_id', 'excludes contact_id');
	if (user_id !== undefined) needRecord(state.users, 'user_id', user_id, 'user');
	if (contact_id === undefined) return;
	needRecord(state.contacts, 'contact_id', contact_id, 'contact');
	if (!destination_metadata || destination_metadata.destination === 'internal') {
		throw badField(
			'contact_id',
			'a contact as author needs destination_metadata and cannot write an internal note',
		);
	}
}

/**
 * Finds the requester; `isNew` says that a contact has to be created. A contact of another account is refused for
 * `requester_id` (openapi.yaml) and, by the stricter reading, for `requester_email` too.
 */
function requesterOf(state: State, body: CreateBody): { id: string | null; isNew: boolean } {
	const { account_id, requester_id, requester_email } = body;
	if (requester_id === undefined && requester_email === undefined)
		return { id: null, isNew: false };
	const field = requester_id === undefined ? 'requester_email' : 'requester_id';
	if (requester_id !== undefined)
		needRecord(state.contacts, 'requester_id', requester_id, 'contact');
	else if (!isEmail(requester_email as string))
		throw badField(field, `"${requester_email}" is not an email address`);
	const contact =
		requester_id === undefined
			? state.contacts.find('email', requester_email as string)
			: state.contacts.get(requester_id);
	if (!contact) return { id: null, isNew: true };
	if (account_id !== undefined && contact.account_id !== account_id) {
		throw badField(field, 'the contact does not belong to the account of account_id');
	}
	return { id: contact.id, isNew: false };
}

function firstMessage(
	context: RequestContext,
	issue: IssueRecord,
	body: CreateBody,
): MessageRecord {
	const { state } = context;
	const { destination_metadata: metadata } = body;
	const isPrivate = !metadata || metadata.destination === 'internal';
	const requester =
		issue.requester_id === null ? undefined : state.contacts.get(issue.requester_id);
	return {
		id: state.newId('message'),
		issue_id: issue.id,
		author:
			body.contact_id === undefined
				? { user_id: body.user_id ?? state.tokenUserId }
				: { contact_id: body.contact_id },
		is_private: isPrivate,
		message_html: body.body_html,
		source: issue.source,
		file_urls: body.attachment_urls ?? [],
		email_info:
			metadata?.destination === 'email'
				? {
						from_email: metadata.email,
						to_emails: requester?.email ? [requester.email] : [],
						cc_emails: metadata.email_ccs ?? [],
						bcc_emails: metadata.email_bccs ?? [],
					}
				: null,
		thread_id: isPrivate ? openThread(context, issue.id, null).id : null,
		created_at: issue.created_at,
	};
}

/**
 * Stores a new issue with its first message and, where it is new, its requester, by the rules of `POST /issues`
 * (openapi.yaml, `createIssue`). Nothing is stored when a value does not fit.
 *
 * @param context of a request to `POST /issues`
 * @returns the stored issue
 * @throws ApiError 400 for a value that does not fit
 */
export function addIssue(context: RequestContext<CreateBody>): IssueRecord {
	const { state, timestamp } = context;
	const body = context.body;
	needText('title', body.title);
	needText('body_html', body.body_html);
	const { account_id, requester_id, requester_email } = body;
	if (account_id === undefined && requester_id === undefined && requester_email === undefined) {
		throw badField('account_id', 'is needed, or requester_id or requester_email');
	}
	if (account_id !== undefined) needRecord(state.accounts, 'account_id', account_id, 'account');
	if (body.assignee_id !== undefined)
		needRecord(state.users, 'assignee_id', body.assignee_id, 'user');
	if (body.team_id !== undefined) needRecord(state.teams, 'team_id', body.team_id, 'team');
	checkAuthor(state, body);
	if (body.destination_metadata) checkDestination(state, body.destination_metadata);
	const customFields = newCustomFields(state, 'issue', body.custom_fields);
	const requester = requesterOf(state, body);
	const requesterId = requester.isNew
		? addContact(state, {
				name: body.requester_name ?? (requester_email as string),
				email: requester_email,
				account_id,
				avatar_url: body.requester_avatar_url,
			}).id
		: requester.id;
	const createdAt = body.created_at ? new Date(body.created_at).toISOString() : timestamp;
	const issue = newIssue(state, {
		title: body.title,
		body_html: body.body_html,
		source: SOURCES[body.destination_metadata?.destination ?? 'internal'],
		account_id:
			account_id ??
			(requesterId === null ? null : (state.contacts.get(requesterId)?.account_id ?? null)),
		requester_id: requesterId,
		custom_fields: body.priority
			? { ...customFields, priority: { value: body.priority } }
			: customFields,
		created_at: createdAt,
		updated_at: timestamp,
		...defined({
			assignee_id: body.assignee_id,
			team_id: body.team_id,
			tags: body.tags,
			attachment_urls: body.attachment_urls,
			author_unverified: body.author_unverified,
			customer_portal_visible: body.customer_portal_visible,
		}),
	});
	const message = firstMessage(context, issue, body);
	state.messages.set(message.id, message);
	return issue;
}
