import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { simplifyAccount } from '../../records/simplified/account';
import { simplifyIssue } from '../../records/simplified/issue';
import { partOf, pick } from '../../records/simplified/simplifyHelpers';
import { readSwitch, readWholeNumber } from '../../../shared/input';
import { parameterOnce } from '../../run/parameter';
import type { Call, Handler, Step } from '../../run/operationPlan';
import { toConversation } from './conversation';
import { namesOf, referred, requesterOf, withAuthors } from './getContext.people';
import { messagesOf } from './messages';
import { isOpen, ISSUE_OUTLINE, searchIssues } from './openIssues';
import { recordIn, textOf, type PylonRecord } from './readRecord';

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
export const contextSize: Step = function () {
	wanted(this);
};

async function otherIssues(call: Call, issueId: string, requester: unknown): Promise<IDataObject[]> {
	const requesterId = textOf(partOf(requester, 'id'));
	if (requesterId === undefined) return [];
	const byRequester = { field: 'requester_id', operator: 'equals', value: requesterId };
	const found = await searchIssues(call, [byRequester, await isOpen(call)], { limit: MOST_OTHER_ISSUES + 1 });
	const others = found.filter(({ id }) => id !== issueId).slice(0, MOST_OTHER_ISSUES);
	return others.map((issue) => pick(issue, ...ISSUE_OUTLINE));
}

/** Without the first message, which is in the conversation, but with the names of those whom Pylon names by ID alone. */
async function issueOf(call: Call, issue: PylonRecord, requester: IDataObject | null): Promise<IDataObject> {
	const assignee = await namesOf(call, 'users', issue.assignee);
	const team = await namesOf(call, 'teams', issue.team);
	return {
		...simplifyIssue(issue),
		requester_name: partOf(requester, 'name'),
		requester_email: partOf(requester, 'email') ?? partOf(issue.requester, 'email'),
		assignee_name: assignee.name,
		assignee_email: assignee.email,
		team_name: team.name,
		...pick(issue, 'type', 'source', 'latest_message_time', 'snoozed_until_time'),
	};
}

async function accountOf(call: Call, reference: unknown): Promise<IDataObject | null> {
	const account = await referred(call, 'account', reference);
	if (account === null) return null;
	const owner = await namesOf(call, 'users', account.owner);
	return {
		...simplifyAccount(account),
		owner_name: owner.name,
		owner_email: owner.email,
		...(account.highlights === undefined ? {} : { highlights: account.highlights }),
	};
}

/**
 * One item with all that is needed to understand an issue: `issue`, `requester` and `account` (null where there is none),
 * `other_open_issues` of the requester, and `conversation` as text (see `toConversation`) with `messages_included` and
 * `messages_dropped`; `messages` has the same messages as a list. The API has no way to read an account's highlights
 * (openapi.yaml has only writes): they come with the account once Pylon sends them. At most nine requests; requester,
 * account, states, users and teams are asked once a run.
 */
export const collectContext: Handler = async (call) => {
	const { context, request, send } = call;
	const { sizeLimit, includeNotes } = wanted(context);
	const issue = recordIn(call, await send(request), 'issue');
	const all = await messagesOf(call, issue.id);
	const requester = await requesterOf(call, issue.requester);
	const account = await accountOf(call, issue.account);
	const described = await issueOf(call, issue, requester);
	const others = await otherIssues(call, issue.id, issue.requester);
	const read = await withAuthors(call, all.filter(({ isPrivate }) => includeNotes || !isPrivate), requester);
	const { text, messages, dropped } = toConversation(read, sizeLimit, context.getTimezone());
	return [
		{
			json: {
				issue: described,
				requester,
				account,
				other_open_issues: others,
				conversation: text,
				messages,
				messages_included: messages.length,
				messages_dropped: dropped,
			},
		},
	];
};
