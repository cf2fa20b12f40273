import type { BodyOf, Handlers, RequestContext } from '../context';
import { newCustomFields, type WrittenCustomField } from '../customFields';
import { defined } from '../defined';
import { badField } from '../errors';
import { newIssue } from '../newIssue';
import { presentContact, presentIssue } from '../present';
import type { IssueRecord, MessageRecord } from '../records';
import type { State } from '../state';
import { addContact } from './contacts';
import { needRecord, needText, pathIssue } from './shared';

interface ImportedMessage {
	body_html: string;
	is_private: boolean;
	attachment_urls?: string[];
	contact_id?: string;
	user_id?: string;
	created_at?: string;
}

interface ImportedIssue {
	title: string;
	state: string;
	messages: ImportedMessage[];
	account_id?: string;
	assignee_id?: string;
	attachment_urls?: string[];
	created_at?: string;
	custom_fields?: WrittenCustomField[];
	external_issues?: Array<{ source: string; external_issue_id: string }>;
	external_refs?: { intercom_conversation_id?: string; zendesk_ticket_id?: string };
	first_response_time?: string;
	issue_number?: number;
	requester_id?: string;
	resolution_time?: string;
	tags?: string[];
	team_id?: string;
	updated_at?: string;
}

const instant = (time: string) => new Date(time).toISOString();

/**
 * Files that cannot be fetched are skipped and named in the reply (openapi.yaml, `ImportWarnings`); here those of hosts
 * that never exist.
 */
const isSkipped = (url: string) => !URL.canParse(url) || new URL(url).hostname.endsWith('.invalid');

function checkMessages(state: State, messages: ImportedMessage[]): void {
	messages.forEach(({ body_html, contact_id, user_id }, index) => {
		const at = `messages.${index}`;
		needText(`${at}.body_html`, body_html);
		if (contact_id !== undefined && user_id !== undefined)
			throw badField(`${at}.contact_id`, 'excludes user_id');
		if (contact_id !== undefined)
			needRecord(state.contacts, `${at}.contact_id`, contact_id, 'contact');
		if (user_id !== undefined) needRecord(state.users, `${at}.user_id`, user_id, 'user');
	});
}

/** Stores checked messages; nobody is written to. Returns the warnings of the reply. */
function addMessages(
	{ state, timestamp }: RequestContext,
	issue: IssueRecord,
	messages: ImportedMessage[],
) {
	const skipped: string[] = [];
	let latest = issue.latest_message_time;
	for (const {
		body_html,
		is_private,
		attachment_urls = [],
		contact_id,
		user_id,
		created_at,
	} of messages) {
		skipped.push(...attachment_urls.filter(isSkipped));
		const message: MessageRecord = {
			id: state.newId('message'),
			issue_id: issue.id,
			author: contact_id === undefined ? { user_id: user_id ?? state.tokenUserId } : { contact_id },
			is_private,
			message_html: body_html,
			source: 'manual',
			file_urls: attachment_urls.filter((url) => !isSkipped(url)),
			email_info: null,
			thread_id: is_private ? state.newId('thread') : null,
			created_at: created_at === undefined ? timestamp : instant(created_at),
		};
		state.messages.set(message.id, message);
		if (message.created_at > latest) latest = message.created_at;
	}
	state.issues.set(issue.id, { ...issue, latest_message_time: latest });
	return { skipped_attachments: skipped.length > 0 ? skipped : null };
}

/** "Keep an old number; must be below the org counter" (openapi.yaml); that it must be free is the stricter reading. */
function numberFor(state: State, requested: number | undefined): number {
	if (requested === undefined) return state.nextIssueNumber++;
	if (requested < 1 || requested >= state.nextIssueNumber)
		throw badField('issue_number', `has to be below ${state.nextIssueNumber}`);
	if (state.issues.find('number', String(requested)))
		throw badField('issue_number', `${requested} is already in use`);
	return requested;
}

function checkIssue(state: State, body: ImportedIssue): void {
	needText('title', body.title);
	if (!state.issueStatuses.some(({ slug, is_archived }) => slug === body.state && !is_archived)) {
		throw badField('state', `no status "${body.state}"`);
	}
	const { account_id, assignee_id, requester_id, team_id } = body;
	if (account_id !== undefined) needRecord(state.accounts, 'account_id', account_id, 'account');
	if (assignee_id !== undefined) needRecord(state.users, 'assignee_id', assignee_id, 'user');
	if (requester_id !== undefined)
		needRecord(state.contacts, 'requester_id', requester_id, 'contact');
	if (team_id !== undefined) needRecord(state.teams, 'team_id', team_id, 'team');
	checkMessages(state, body.messages);
}

function importIssue(context: RequestContext<BodyOf<'importIssue'>>) {
	const { state, timestamp } = context;
	const body = context.body;
	checkIssue(state, body);
	const custom_fields = newCustomFields(state, 'issue', body.custom_fields);
	const created_at = body.created_at ? instant(body.created_at) : timestamp;
	const attachments = body.attachment_urls ?? [];
	const issue = newIssue(state, {
		number: numberFor(state, body.issue_number),
		title: body.title,
		body_html: body.messages[0].body_html,
		state: body.state,
		source: 'manual',
		custom_fields,
		attachment_urls: attachments.filter((url) => !isSkipped(url)),
		created_at,
		updated_at: body.updated_at ? instant(body.updated_at) : timestamp,
		...defined({
			account_id: body.account_id,
			requester_id: body.requester_id,
			assignee_id: body.assignee_id,
			team_id: body.team_id,
			tags: body.tags,
			first_response_time: body.first_response_time && instant(body.first_response_time),
			resolution_time: body.resolution_time && instant(body.resolution_time),
			external_refs: body.external_refs,
		}),
		external_issues: (body.external_issues ?? []).map(({ source, external_issue_id }) => ({
			external_id: external_issue_id,
			link: `https://${source}.example/${external_issue_id}`,
			source,
		})),
	});
	const warnings = addMessages(context, issue, body.messages);
	const skipped = [...attachments.filter(isSkipped), ...(warnings.skipped_attachments ?? [])];
	return {
		data: presentIssue(state, state.issues.get(issue.id) as IssueRecord),
		warnings: { skipped_attachments: skipped.length > 0 ? skipped : null },
	};
}

/** Migration from another help desk: nothing is delivered to anybody, and times may lie in the past. */
export const imports = {
	importContact: ({ state, body }) => {
		const contact = body;
		return { data: presentContact(state, addContact(state, contact)) };
	},
	importIssue,
	importMessages: (context) => {
		const issue = pathIssue(context);
		const { messages } = context.body;
		checkMessages(context.state, messages);
		const warnings = addMessages(context, issue, messages);
		return {
			data: presentIssue(context.state, context.state.issues.get(issue.id) as IssueRecord),
			warnings,
		};
	},
} satisfies Handlers;
