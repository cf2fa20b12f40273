import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { simplifyAccount } from '../../records/simplified/account';
import { simplifyContact } from '../../records/simplified/contact';
import { simplifyIssue } from '../../records/simplified/issue';
import { partOf, pick } from '../../records/simplified/simplifyHelpers';
import { readSwitch, readWholeNumber } from '../../../shared/input';
import { isRecord } from '../../../shared/client/envelope';
import { factsOfError } from '../../../shared/client/errors';
import { parameterOnce } from '../../run/parameter';
import { beforeSending, type Call, type Handler } from '../../run/operationPlan';
import { toConversation } from './conversation';
import { messagesOf } from './messages';
import { isOpen, ISSUE_OUTLINE, searchIssues } from './openIssues';

/** Open issues of the requester that are listed at most. */
const MOST_OTHER_ISSUES = 20;

interface Wanted {
	sizeLimit: number;
	includeNotes: boolean;
}

function wanted(context: IExecuteSingleFunctions): Wanted {
	const given = (parameterOnce(context, 'options') ?? {}) as IDataObject;
	const { sizeLimit, includeInternalNotes } = { sizeLimit: 20_000, includeInternalNotes: true, ...given };
	return {
		sizeLimit: readWholeNumber(sizeLimit, 'Size Limit (Characters)', [100, 1_000_000]),
		includeNotes: readSwitch(includeInternalNotes, 'Include Internal Notes'),
	};
}

/** Refuses a size that cannot be kept to, before anything is sent. */
export const contextSize = beforeSending(function () {
	wanted(this);
});

/** A record that was deleted or merged since: the rest is of use without it. */
const noneWhenGone = (error: unknown): null => {
	if (factsOfError(error).status === 404) return null;
	throw error;
};

/** A record that an issue refers to; null when there is none (any more). Items of one run share it. */
async function referred({ once, send }: Call, kind: 'contacts' | 'accounts', placeholder: string, reference: unknown) {
	if (!isRecord(reference) || typeof reference.id !== 'string') return null;
	const { id } = reference;
	const url = `/${kind}/${encodeURIComponent(id)}`;
	return await once(`context ${url}`, async () => {
		return await send({ method: 'GET', url }, `/${kind}/{${placeholder}}`).then(([{ json }]) => json, noneWhenGone);
	});
}

async function otherIssues(call: Call, issueId: unknown, requester: unknown): Promise<IDataObject[]> {
	if (!isRecord(requester) || typeof requester.id !== 'string') return [];
	const byRequester = { field: 'requester_id', operator: 'equals', value: requester.id };
	const found = await searchIssues(call, [byRequester, await isOpen(call)], { limit: MOST_OTHER_ISSUES + 1 });
	const others = found.filter(({ id }) => id !== issueId).slice(0, MOST_OTHER_ISSUES);
	return others.map((issue) => pick(issue, ...ISSUE_OUTLINE));
}

/** Without the first message, which is in the conversation. */
const issueOf = (issue: IDataObject): IDataObject => ({
	...simplifyIssue(issue),
	assignee_email: partOf(issue.assignee, 'email'),
	...pick(issue, 'type', 'source', 'latest_message_time', 'snoozed_until_time'),
});

const accountOf = (account: IDataObject): IDataObject => ({
	...simplifyAccount(account),
	...(account.highlights === undefined ? {} : { highlights: account.highlights }),
});

/**
 * One item with all that is needed to understand an issue: `issue`, `requester` and `account` (null where there is none),
 * `other_open_issues` of the requester, and `conversation` as text with `messages_included` and `messages_dropped`. The
 * API has no way to read an account's highlights (openapi.yaml has only writes): they are put out once Pylon sends them
 * with the account. At most six requests; requester, account and states are asked once a run.
 */
export const collectContext: Handler = async (call) => {
	const { context, request, send } = call;
	const { sizeLimit, includeNotes } = wanted(context);
	const [{ json: issue }] = await send(request);
	const messages = await messagesOf(call, String(issue.id));
	const requester = await referred(call, 'contacts', 'contactId', issue.requester);
	const account = await referred(call, 'accounts', 'accountId', issue.account);
	const others = await otherIssues(call, issue.id, issue.requester);
	const read = messages.filter(({ isPrivate }) => includeNotes || !isPrivate);
	const { text, included, dropped } = toConversation(read, sizeLimit, context.getTimezone());
	return [
		{
			json: {
				issue: issueOf(issue),
				requester: requester && simplifyContact(requester),
				account: account && accountOf(account),
				other_open_issues: others,
				conversation: text,
				messages_included: included,
				messages_dropped: dropped,
			},
		},
	];
};
