import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { account } from '../../records/account';
import { issue } from '../../records/issue';
import { readPicked } from '../../records/readReference';
import { idOf } from '../../records/resolveReference';
import { partOf } from '../../records/simplified/simplifyHelpers';
import { CHECK_EXPRESSION, operationError, readText, readWholeNumber } from '../../../shared/input';
import { shown, wrongInput } from '../../parameters/values';
import type { Call, Handler, Step } from '../../run/operationPlan';
import { isOpen, searchIssues } from './openIssues';
import { recordIn, textOf, type PylonRecord } from './readRecord';
import { similarity, wordsOf } from './similarity';
import { joined } from '../../records/joined';

/** How many issues of each search are compared. */
const CANDIDATES = 100;

/** More words make a filter longer, not better. */
const MOST_WORDS = 12;

/** What the parameters ask for. */
interface SimilarityInput {
	/** ID or number of the issue; undefined where the user gives a text. */
	issue?: string;
	text: string;
	account?: ReturnType<typeof readPicked>;
	sameAccount: boolean;
	openOnly: boolean;
	most: number;
}

function textIn(context: IExecuteSingleFunctions): string {
	const text = context.getNodeParameter('text', '') as unknown;
	const given = readText(text, 'Text');
	if (wordsOf(given).length > 0) return given;
	throw wrongInput(
		context,
		"'Text' has no words",
		`It is ${shown(text)}. Enter what the issues should be about. ${CHECK_EXPRESSION}`,
	);
}

function readInput(context: IExecuteSingleFunctions): SimilarityInput {
	const byText = context.getNodeParameter('similarTo', 'issue') === 'text';
	const sameAccount = context.getNodeParameter('searchIn', 'workspace') === 'account';
	return {
		issue: byText
			? undefined
			: readPicked(context, context.getNodeParameter('issueId', ''), 'Issue', issue).value,
		text: byText ? textIn(context) : '',
		account:
			byText && sameAccount
				? readPicked(context, context.getNodeParameter('accountId', ''), 'Account', account)
				: undefined,
		sameAccount,
		openOnly: context.getNodeParameter('issueState', 'any') === 'open',
		most: readWholeNumber(context.getNodeParameter('maxIssues', 10), 'Limit', [1, CANDIDATES]),
	};
}

/**
 * Checks what is to be searched for, before anything is sent.
 * @throws WrongInput when a parameter cannot be read; NodeOperationError when the text has no words, or a record is not
 * named
 */
export const similarityInput: Step = function () {
	readInput(this);
};

/** The issue to compare with; undefined where the user gives a text. */
async function original(
	call: Call,
	{ issue: id }: SimilarityInput,
): Promise<PylonRecord | undefined> {
	if (id === undefined) return undefined;
	const items = await call.send({ template: '/issues/{issueId}', ids: { issueId: id } });
	return recordIn(call, items, 'issue');
}

async function accountId(
	call: Call,
	{ account: named, issue: name }: SimilarityInput,
	like: IDataObject | undefined,
): Promise<string> {
	if (named !== undefined) return await idOf(call, account, 'Account', named);
	const id = textOf(partOf(like?.account, 'id'));
	if (id !== undefined) return id;
	throw operationError(
		call.context,
		`The issue '${name}' has no account`,
		"Set 'Search In' to 'Whole Workspace', or give the issue an account first.",
	);
}

/**
 * The newest issues that match all words in Pylon's own, fuzzy way; if they are few, also those with any of the words in the
 * title.
 */
async function candidates(
	call: Call,
	words: string[],
	conditions: IDataObject[],
	most: number,
): Promise<IDataObject[]> {
	const search_text = words.join(' ');
	const found = await searchIssues(call, conditions, { search_text, limit: CANDIDATES });
	if (found.length > most) return found;
	const inTitle = words.map((value) => ({ field: 'title', operator: 'string_contains', value }));
	const anyWord = joined('or', inTitle);
	const more = await searchIssues(call, [...conditions, anyWord], { limit: CANDIDATES });
	const ids = new Set(found.map(({ id }) => id));
	return [...found, ...more.filter(({ id }) => !ids.has(id))];
}

const createdAt = (record: IDataObject): string => textOf(record.created_at) ?? '';

/**
 * Finds the issues that are most like another one or a text. Pylon has no search by similarity: `search_text` is fuzzy, and
 * how it weighs several words is not documented (openapi.yaml, `SearchIssuesRequest`). So where it finds few, issues with
 * any of the title's words are searched for too, and the node sorts what was found by the share of the words that an issue
 * has.
 * @param call the item's call
 * @returns the most similar issues first, then the newest, with `similarity` from 0 to 1
 * @throws NodeOperationError when the issue to compare with has no account although only one is to be searched; WrongInput when
 * a parameter cannot be read; PylonApiError when Pylon gives no good answer
 */
export const findSimilar: Handler = async (call) => {
	const { context } = call;
	const input = readInput(context);
	const like = await original(call, input);
	const words = wordsOf(like === undefined ? input.text : (textOf(like.title) ?? '')).slice(
		0,
		MOST_WORDS,
	);
	if (words.length === 0) return [];
	const conditions: IDataObject[] = [];
	if (input.sameAccount)
		conditions.push({
			field: 'account_id',
			operator: 'equals',
			value: await accountId(call, input, like),
		});
	if (input.openOnly) conditions.push(await isOpen(call));
	const found = await candidates(call, words, conditions, input.most);
	const ranked = found
		.filter(({ id }) => id !== like?.id)
		.map((record) => ({ record, share: similarity(words, record) }))
		.sort(
			(one, other) =>
				other.share - one.share || createdAt(other.record).localeCompare(createdAt(one.record)),
		);
	return ranked
		.slice(0, input.most)
		.map(({ record, share }) => ({ json: { ...record, similarity: share } }));
};
