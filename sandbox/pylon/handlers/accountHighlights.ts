import type { BodyOf, Handlers, RequestContext } from '../context';
import { badField, notFound } from '../errors';
import type { HighlightRecord } from '../records/account';
import { pathAccount } from './accounts';
import { needRecord, needText } from './shared';

type HighlightBody = BodyOf<'createAccountHighlight' | 'updateAccountHighlight'>;

function pathHighlight(context: RequestContext): HighlightRecord {
	const account = pathAccount(context);
	const highlight = context.state.highlights.get(context.params.highlight_id);
	if (highlight?.account_id !== account.id) throw notFound('Highlight');
	return highlight;
}

function present({
	id,
	account_id,
	content_html,
	expires_at,
	created_at,
	updated_at,
}: HighlightRecord) {
	return { id, account_id, content_html, expires_at, created_at, updated_at };
}

/**
 * Undocumented; stricter reading: a highlight cannot have expired when it is written.
 *
 * @throws ApiError 400 when it has
 */
function expiry({ body, now }: RequestContext<HighlightBody>): string | undefined {
	const { expires_at } = body;
	if (expires_at !== undefined && Date.parse(expires_at) <= now)
		throw badField('expires_at', 'lies in the past');
	return expires_at;
}

export const accountHighlights = {
	createAccountHighlight: (context) => {
		const { state, timestamp } = context;
		const account = pathAccount(context);
		const { content_html = '', contact_id } = context.body;
		if (contact_id !== undefined) {
			needRecord(state.contacts, 'contact_id', contact_id, 'contact');
			// "Contact of that account" (openapi.yaml).
			if (state.contacts.get(contact_id)?.account_id !== account.id)
				throw badField('contact_id', 'is a contact of another account');
		}
		const highlight: HighlightRecord = {
			account_id: account.id,
			contact_id: contact_id ?? null,
			content_html: needText('content_html', content_html),
			expires_at: expiry(context) ?? null,
			id: state.newId('highlight'),
			created_at: timestamp,
			updated_at: timestamp,
		};
		state.highlights.set(highlight.id, highlight);
		return { data: present(highlight) };
	},
	updateAccountHighlight: (context) => {
		const current = pathHighlight(context);
		const { content_html } = context.body;
		const highlight = {
			...current,
			content_html:
				content_html === undefined ? current.content_html : needText('content_html', content_html),
			expires_at: expiry(context) ?? current.expires_at,
			updated_at: context.timestamp,
		};
		context.state.highlights.set(highlight.id, highlight);
		return { data: present(highlight) };
	},
	deleteAccountHighlight: (context) => {
		context.state.highlights.delete(pathHighlight(context).id);
		return { data: { success: true } };
	},
} satisfies Handlers;
