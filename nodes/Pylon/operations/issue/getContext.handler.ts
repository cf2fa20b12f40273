import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { simplifyAccount } from '../../records/simplified/account';
import { simplifyIssue } from '../../records/simplified/issue';
import { simplifyContact } from '../../records/simplified/contact';
import { partOf, pick } from '../../records/simplified/simplifyHelpers';
import { referencesIn, type Names } from '../../records/addNames';
import { readSwitch, readWholeNumber } from '../../../shared/input';
import { namesOfRun } from '../../parameters/output/addNames';
import { parameterOnce } from '../../run/parameter';
import type { Call, Complete, Handler, Step } from '../../run/operationPlan';
import { authorsOf, withAuthors } from './authors';
import { toConversation } from './conversation';
import { messagesOf, type Message } from './messages';
import { isOpen, ISSUE_OUTLINE, searchIssues } from './openIssues';
import { recordIn, textOf, type PylonRecord } from './readRecord';

/** Most open issues of the requester that are listed. */
const MOST_OTHER_ISSUES = 20;

interface ContextInput {
	sizeLimit: number;
	includeNotes: boolean;
}

function readInput(context: IExecuteSingleFunctions): ContextInput {
	const given = (parameterOnce(context, 'options') ?? {}) as IDataObject;
	const { sizeLimit, includeInternalNotes } = {
		sizeLimit: 20_000,
		includeInternalNotes: true,
		...given,
	};
	return {
		sizeLimit: readWholeNumber(sizeLimit, 'Size Limit (Characters)', [100, 1_000_000]),
		includeNotes: readSwitch(includeInternalNotes, 'Include Internal Notes'),
	};
}

/**
 * Checks the options before anything is sent.
 * @throws WrongInput when the size is out of range, or the switch is neither on nor off
 */
export const contextSize: Step = function () {
	readInput(this);
};

async function otherIssues(
	call: Call,
	issueId: string,
	requester: unknown,
): Promise<IDataObject[]> {
	const requesterId = textOf(partOf(requester, 'id'));
	if (requesterId === undefined) return [];
	const byRequester = { field: 'requester_id', operator: 'equals', value: requesterId };
	const found = await searchIssues(call, [byRequester, await isOpen(call)], {
		limit: MOST_OTHER_ISSUES + 1,
	});
	const others = found.filter(({ id }) => id !== issueId).slice(0, MOST_OTHER_ISSUES);
	return others.map((issue) => pick(issue, ...ISSUE_OUTLINE));
}

/** What one item has read by itself. Everything else is looked up for all items of the run together. */
interface Read {
	issue: PylonRecord;
	/** The messages that count, the oldest first. */
	messages: Message[];
	others: IDataObject[];
}

function accountIn(names: Names, { account }: PylonRecord): IDataObject | undefined {
	const id = textOf(partOf(account, 'id'));
	return id === undefined ? undefined : names.record({ id, kinds: ['account'] })?.record;
}

/** Mostly a contact, but a colleague is one of Pylon's users, and no contact. */
function requesterIn(names: Names, { requester }: PylonRecord): IDataObject | null {
	const id = textOf(partOf(requester, 'id'));
	const { kind, record } =
		(id === undefined ? undefined : names.record({ id, kinds: ['contact', 'user'] })) ?? {};
	if (record === undefined) return null;
	return kind === 'contact'
		? { kind: 'customer', ...simplifyContact(record) }
		: { kind: 'agent', ...pick(record, 'id', 'name', 'email') };
}

function accountOf(names: Names, issue: PylonRecord): IDataObject | null {
	const account = accountIn(names, issue);
	if (account === undefined) return null;
	return {
		...simplifyAccount(names.put('account', account), true),
		...(account.highlights === undefined ? {} : { highlights: account.highlights }),
	};
}

async function lookUp(names: Names, all: Read[]): Promise<void> {
	const issues = all.map(({ issue }) => issue);
	await names.lookUp([
		...referencesIn('issue', issues),
		...all.flatMap(({ messages }) => authorsOf(messages)),
	]);
	const accounts = issues
		.map((issue) => accountIn(names, issue))
		.filter((account) => account !== undefined);
	await names.lookUp(referencesIn('account', accounts));
}

/**
 * Reads what belongs to one issue only, by three requests, or two where it has no requester; the states of issues are read
 * once a run.
 * @param call the item's call
 * @returns one item, for `describeIssue`
 * @throws PylonApiError when a part cannot be read; NodeOperationError when Pylon's answer has no issue; WrongInput when an
 * option cannot be read
 */
export const readIssue: Handler = async (call) => {
	const { context, request, send } = call;
	const { includeNotes } = readInput(context);
	const issue = recordIn(call, await send(request), 'issue');
	const messages = (await messagesOf(call, issue.id)).filter(
		({ isPrivate }) => includeNotes || !isPrivate,
	);
	const read: Read = {
		issue,
		messages,
		others: await otherIssues(call, issue.id, issue.requester),
	};
	return [{ json: { ...read } as unknown as IDataObject }];
};

/**
 * Collects all that is needed to understand an issue: `issue`, `requester` and `account` (null where there is none),
 * `other_open_issues` of the requester, and `conversation` as text (see `toConversation`) with `messages_included` and
 * `messages_dropped`; `messages` has the same messages as a list. The API has no way to read an account's highlights
 * (openapi.yaml has only writes): they come with the account once Pylon sends them. People, accounts and teams cost at most
 * four requests for all items of the run together, more for over 100 people or accounts.
 * @param items the item of `readIssue`
 * @param call the item's call
 * @returns one item
 * @throws PylonApiError when a part cannot be read
 */
export const describeIssue: Complete = async ([item], call) => {
	if (item === undefined) return [];
	const { context } = call;
	const read = item.json as unknown as Read;
	const names = await namesOfRun(call);
	await call.gather('context', read, async (all) => {
		await lookUp(names, all);
		return all;
	});
	const issue = names.put('issue', read.issue);
	const { text, messages, dropped } = toConversation(
		withAuthors(names, read.messages),
		readInput(context).sizeLimit,
		context.getTimezone(),
	);
	return [
		{
			json: {
				// Without the first message, which is in the conversation.
				issue: simplifyIssue(issue, true),
				requester: requesterIn(names, read.issue),
				account: accountOf(names, read.issue),
				other_open_issues: read.others,
				conversation: text,
				messages,
				messages_included: messages.length,
				messages_dropped: dropped,
			},
		},
	];
};
