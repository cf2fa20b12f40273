import type { BodyOf, Handlers, RequestContext } from '../context';
import { badField } from '../errors';
import { isEmail } from '../formats';
import type { MessageRecord } from '../records';
import { addMessage, messageOf } from './conversation';
import { needRecord, needText, pathIssue } from './shared';

type ReplyBody = BodyOf<'createIssueReply'>;

function authorOf(
	{ state }: RequestContext,
	{ user_id, contact_id }: ReplyBody,
): MessageRecord['author'] {
	if (user_id !== undefined && contact_id !== undefined)
		throw badField('user_id', 'excludes contact_id');
	if (contact_id !== undefined) {
		needRecord(state.contacts, 'contact_id', contact_id, 'contact');
		return { contact_id };
	}
	if (user_id !== undefined) needRecord(state.users, 'user_id', user_id, 'user');
	return { user_id: user_id ?? state.tokenUserId };
}

/**
 * "For email conversations at least one address across to/cc/bcc is needed; recipients are not inherited" (openapi.yaml,
 * `createIssueReply`). That other conversations take none is the stricter reading.
 */
function emailOf(
	{ state }: RequestContext,
	answered: MessageRecord,
	info: ReplyBody['email_info'],
): MessageRecord['email_info'] {
	const { to_emails = [], cc_emails = [], bcc_emails = [] } = info ?? {};
	const addresses = [...to_emails, ...cc_emails, ...bcc_emails];
	if (answered.source !== 'email') {
		if (addresses.length > 0)
			throw badField('email_info', `is for email only, not for ${answered.source}`);
		return null;
	}
	if (addresses.length === 0)
		throw badField(
			'email_info',
			'an email needs at least one recipient in to_emails, cc_emails or bcc_emails',
		);
	const wrong = addresses.find((address) => !isEmail(address));
	if (wrong !== undefined) throw badField('email_info', `"${wrong}" is not an email address`);
	return { from_email: state.supportAddresses[0], to_emails, cc_emails, bcc_emails };
}

export const replies = {
	createIssueReply: (context) => {
		const issue = pathIssue(context);
		const { body } = context;
		const { body_html, message_id, attachment_urls = [], custom_source } = body;
		needText('body_html', body_html);
		const answered = messageOf(context, issue, message_id);
		if (!answered) throw badField('message_id', `message "${message_id}" not found`);
		if (answered.is_private)
			throw badField('message_id', 'is an internal note; name a message that the customer can see');
		if (custom_source) needText('custom_source.external_id', custom_source.external_id);
		const { id } = addMessage(context, issue, {
			author: authorOf(context, body),
			is_private: false,
			message_html: body_html,
			source: answered.source,
			file_urls: attachment_urls,
			email_info: emailOf(context, answered, body.email_info),
			custom_source,
		});
		return { data: { id, issue_id: issue.id } };
	},
} satisfies Handlers;
