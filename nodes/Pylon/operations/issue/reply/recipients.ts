import { textsOf } from '../../../records/recordKind';
import { bareEmail, emailKey, isEmail } from '../../../../shared/input';
import type { Message } from '../messages';

/** `email_info` of a reply (openapi.yaml, `CreateIssueReplyEmailInfo`). */
export interface Recipients {
	to_emails?: string[];
	cc_emails?: string[];
	bcc_emails?: string[];
}

const same = (one: string, other: string): boolean => emailKey(one) === emailKey(other);

function without(addresses: string[], others: string[]): string[] {
	const left = addresses.filter((address) => !others.some((other) => same(address, other)));
	return left.filter((address, index) => left.findIndex((other) => same(address, other)) === index);
}

const listIn = ({ email }: Message, property: 'to_emails' | 'cc_emails'): string[] =>
	textsOf(email, property).map(bareEmail).filter(isEmail);

const fromOf = ({ email, author }: Message): string[] =>
	[email.from_email, author.email]
		.filter((address) => typeof address === 'string')
		.map(bareEmail)
		.filter(isEmail);

const addressFields = ['from_email', 'to_emails', 'cc_emails'] as const;

/**
 * @param message the message to answer
 * @returns whether the answer is an email, and so needs recipients
 */
export function answersByEmail({ channel, email }: Message): boolean {
	return channel === 'email' || addressFields.some((field) => email[field]?.toString());
}

/**
 * @param message a message of the conversation
 * @returns whether its author's address must be known: an agent's in any case, since all of their addresses are ours; a
 * customer's where the email does not say whom it is from. Internal notes are no emails, but agents write them.
 */
export const needsAuthorsEmail = ({ author, email, isPrivate }: Message): boolean =>
	author.email === undefined &&
	(author.kind === 'agent' || (!isPrivate && typeof email.from_email !== 'string'));

/** The recipients of a reply to this message, without our own addresses. */
function repliesTo(message: Message, conversation: Message[]): Recipients {
	const agents = conversation.filter(({ author }) => author.kind === 'agent');
	const ours = agents.flatMap(fromOf);
	const [to, cc] = [listIn(message, 'to_emails'), listIn(message, 'cc_emails')];
	if (message.author.kind === 'agent')
		return { to_emails: without(to, ours), cc_emails: without(cc, ours) };
	const sender = fromOf(message).slice(0, 1);
	// Where no agent has written an email yet, our own address is the one that the customer wrote to.
	const isKnown = agents.some(({ email }) => typeof email.from_email === 'string');
	return {
		to_emails: sender,
		cc_emails: without(isKnown ? [...to, ...cc] : cc, [...ours, ...sender]),
	};
}

const isNobody = ({ to_emails: to = [], cc_emails: cc = [] }: Recipients): boolean =>
	to.length + cc.length === 0;

const filled = (recipients: Recipients): Recipients =>
	Object.fromEntries(
		Object.entries(recipients).filter(([, addresses]: [string, string[]]) => addresses.length > 0),
	);

/**
 * Takes recipients over from the message that is answered, as a mail program's "reply to all" does, since Pylon does not
 * (openapi.yaml, `createIssueReply`). A customer's email goes to its sender with the others in CC, an agent's email to those
 * that it went to; when it names nobody, the customer's last message before counts. Our own addresses, from which agents of
 * this conversation write, are left out. What the user filled in comes first: 'To' replaces all, so that nobody else gets
 * the message; CC replaces only CC, even when it is empty; BCC is never taken over.
 * @param message the message that is answered
 * @param conversation all messages of the issue, the oldest first
 * @param given what the user filled in
 * @returns the recipients; none when nobody is known
 */
export function recipientsOf(
	message: Message,
	conversation: Message[],
	given: Recipients,
): Recipients {
	if (given.to_emails !== undefined) return filled(given);
	let found = repliesTo(message, conversation);
	if (isNobody(found)) {
		const customers = conversation.slice(0, conversation.indexOf(message));
		const last = customers.findLast(
			({ author, isPrivate }) => author.kind === 'customer' && !isPrivate,
		);
		if (last !== undefined) found = repliesTo(last, conversation);
	}
	const bcc = given.bcc_emails ?? [];
	const cc = given.cc_emails ?? without(found.cc_emails ?? [], bcc);
	const to = without(found.to_emails ?? [], [...bcc, ...(given.cc_emails ?? [])]);
	return filled({ to_emails: to, cc_emails: cc, bcc_emails: bcc });
}
