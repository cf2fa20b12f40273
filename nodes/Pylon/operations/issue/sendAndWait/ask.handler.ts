import { randomBytes } from 'node:crypto';
import type { IExecutePaginationFunctions } from 'n8n-workflow';
import { fieldText } from '../../../../shared/client/envelope';
import { errorOfItem } from '../../../../shared/client/errors';
import { htmlToText } from '../../../../shared/html/htmlToText';
import { reading, WrongInput } from '../../../../shared/input';
import { bodyOf, wrongInput } from '../../../parameters/values';
import { issue } from '../../../records/issue';
import type { Call, Handler, Step } from '../../../run/operationPlan';
import { isSpreadOut, itemCount } from '../../../run/preparation';
import { runState, type OfRun } from '../../../run/runState';
import { recordIn, textOf } from '../readRecord';
import { readInput, type QuestionInput } from './input';
import { messagesHtml, noteHtml } from './note';
import type { Question } from './question';
import { checkFailing, checkWaiting, readyToWait } from './waiting';

/** Most items in one question: nobody reads a longer list before approving. */
const MOST_ITEMS = 100;

/** What the items of a run ask, by their index, and the one question that is made of it. */
interface SharedQuestion {
	inputs: Map<number, QuestionInput>;
	/** Is fulfilled when the question has been sent and the execution waits. */
	sent?: Promise<void>;
}

const sharedQuestion = (context: OfRun): SharedQuestion =>
	runState(context, 'sendAndWait', () => ({ inputs: new Map() }));

/**
 * Reads what the item asks, before anything is sent.
 * @throws NodeOperationError when the items do not fit into one question, or a parameter is wrong
 */
export const readQuestion: Step = function () {
	checkWaiting(this);
	const input = reading(this, () => readInput(this));
	if (input.failsOnTimeout) checkFailing(this);
	const count = itemCount(this);
	if (input.refusesSeveral && count > 1) {
		throw wrongInput(
			this,
			`There are ${count} items, but a waiting execution can ask only one question`,
			"Ask in a loop ('Loop Over Items' with a batch size of 1), or choose 'Ask Once for All' under 'If There Are Several Items'.",
		);
	}
	if (count > 1 && isSpreadOut(this)) {
		throw wrongInput(
			this,
			"'Batching' cannot split several items here",
			"One question covers all items, so the node needs all of them at once. Set 'Batch Interval (Ms)' to 1 under 'Request Options' in the node's settings.",
		);
	}
	sharedQuestion(this).inputs.set(this.getItemIndex(), input);
};

/** @returns what holds for the one question */
function readTogether(
	context: IExecutePaginationFunctions,
	inputs: QuestionInput[],
): QuestionInput {
	const count = itemCount(context);
	const [first] = inputs;
	if (first === undefined || inputs.length < count) {
		throw new WrongInput(
			`Only ${inputs.length} of ${count} items have valid input`,
			'The question covers all items, so each of them needs valid input. See the messages of the other items.',
		);
	}
	if (count > MOST_ITEMS) {
		throw new WrongInput(
			`One question cannot cover ${count} items`,
			`It can list up to ${MOST_ITEMS}. Split the items with a 'Loop Over Items' node.`,
		);
	}
	if (inputs.some(({ issue }) => issue !== first.issue)) {
		throw new WrongInput(
			'The items have different issues, but one question can only be asked in one issue',
			"Choose one issue for all items, or ask in a loop ('Loop Over Items' with a batch size of 1).",
		);
	}
	return first;
}

async function ask(call: Call, inputs: QuestionInput[]): Promise<void> {
	const { context, request } = call;
	const first = reading(context, () => readTogether(context, inputs));
	// The page names the issue; and an issue that is not there shows before anything is written.
	const record = recordIn(
		call,
		await call.send({ template: '/issues/{issueId}', ids: request.ids }),
		'issue',
	);
	const html = messagesHtml(inputs.map((input) => input.html));
	const question: Question = {
		ask: randomBytes(16).toString('hex'),
		issueId: record.id,
		issueName: issue.label(record) || fieldText(record.id),
		text: htmlToText(html),
		answerType: first.answerType,
		whoMayAnswer: first.whoMayAnswer,
		until: first.until,
		followUp: first.followUp,
		isReview: first.isReview,
	};
	const linkTo = (choice: string) => context.getSignedResumeUrl({ ask: question.ask, choice });
	const links = {
		approve: linkTo('approve'),
		decline: linkTo('decline'),
		respond: linkTo('respond'),
	};
	const wait = readyToWait(context);
	const [note] = await call.send({
		...request,
		ids: { issueId: record.id },
		body: { ...bodyOf(request), body_html: noteHtml(question, html, links, context.getTimezone()) },
	});
	await wait({ ...question, noteId: textOf(note?.json.id) }, first.failsOnTimeout);
}

/**
 * Asks once for all items of the run, and makes the execution wait: it can only wait for one answer. While it waits the node
 * has no items; the answer makes those of the output (`webhook.ts`), or the time limit does (`waiting.ts`). When the
 * question cannot be sent, nothing waits.
 * @param call the item's call
 * @returns no items
 * @throws WrongInput when the items do not fit into one question; PylonApiError when the note cannot be written
 */
export const askOnce: Handler = async (call) => {
	const shared = sharedQuestion(call.context);
	const inputs = [...shared.inputs].sort(([one], [other]) => one - other).map(([, input]) => input);
	shared.sent ??= ask(call, inputs);
	try {
		await shared.sent;
	} catch (error) {
		throw error instanceof Error && 'context' in error
			? errorOfItem(error, call.context.getItemIndex())
			: error;
	}
	return [];
};
