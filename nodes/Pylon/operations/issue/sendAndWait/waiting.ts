import * as n8nWorkflow from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	IExecuteSingleFunctions,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';
import { NodeOperationError, WAIT_INDEFINITELY } from 'n8n-workflow';
import { wrongInput } from '../../../parameters/values';
import { isToolCall } from '../../../run/tool';
import type { Question } from './question';

/**
 * n8n's waiting, as far as an item of a declarative node can reach it: the methods exist at run time, but n8n's types do not
 * have all of them (docs/n8n-internals.md).
 */
type WaitingContext = IExecuteSingleFunctions &
	Partial<Pick<IExecuteFunctions, 'putExecutionToWait'>> & {
		/** Before n8n 2.14, n8n checks the signature of a link only after this call. Later versions always do. */
		setSignatureValidationRequired?: () => void;
	};

/** The key of what n8n keeps of the node between its runs (`getContext`). */
const KEY = 'sendAndWait';

/**
 * Checks that this n8n can wait, and that the node may.
 * @param context the item's context
 * @throws NodeOperationError when this n8n is too old for the operation, or a model has called it as a tool
 */
export function checkWaiting(context: WaitingContext): void {
	if (isToolCall(context) && !isHumanReview(context)) {
		throw wrongInput(
			context,
			"'Send and Wait for Response' cannot be used as a tool",
			"A tool cannot wait. To let a person approve the calls of a tool, connect the tool to a 'Pylon' node under 'Human Review' of the agent's tools.",
		);
	}
	const { putExecutionToWait, getSignedResumeUrl } = context as Partial<WaitingContext>;
	if (putExecutionToWait !== undefined && getSignedResumeUrl !== undefined) return;
	throw wrongInput(
		context,
		"'Send and Wait for Response' needs a newer n8n",
		'It needs n8n 1.123 or later, which can wait for a signed link. Update n8n, or ask with another node.',
	);
}

/**
 * Whether this n8n can let a node fail that has waited, which must be known before the question is sent. The constant came
 * with the same change (n8n-core 2.41, `workflow-execute.js`, `resumeError`).
 */
const CAN_FAIL = 'WAIT_FOR_SUB_EXECUTION' in n8nWorkflow;

/**
 * Checks that this n8n can let a node fail that has waited.
 * @param context the item's context
 * @throws NodeOperationError when it cannot
 */
export function checkFailing(context: IExecuteSingleFunctions): void {
	if (CAN_FAIL) return;
	throw wrongInput(
		context,
		"'If Nobody Answers' cannot be 'Fail' in this n8n",
		"That needs n8n 2.41 or later. Update n8n, or choose 'Continue as Timed Out' and check {{ $json.data.timedOut }} in the next node.",
	);
}

/**
 * @param context the item's context
 * @returns whether the node reviews tool calls of a model. n8n makes a type of its own for that (n8n 2.41, `hitl-tools.js`).
 */
export const isHumanReview = (context: Pick<IExecuteSingleFunctions, 'getNode'>): boolean =>
	context.getNode().type.endsWith('HitlTool');

/**
 * The items of the output when nobody answers. For a review, n8n looks for these two properties first, so that an approval,
 * or a text from a chat, must not pass for the answer (n8n 2.41, `processHitlResponses.js`).
 */
function unanswered(items: INodeExecutionData[], isReview: boolean): INodeExecutionData[] {
	return items.map((item, index) => {
		const json: IDataObject = { ...item.json, data: { approved: false, timedOut: true } };
		if (isReview) {
			delete json.approved;
			delete json.chatInput;
		}
		return { ...item, json, pairedItem: { item: index } };
	});
}

/**
 * Gets ready to wait before the question is sent, since a link that nothing waits for helps nobody.
 * @param context the context of the item that asks
 * @returns makes the execution wait for the answer to a question; `fails` says whether the node fails when nobody answers in
 * time. The output is the node's input items then, which n8n stores as they are now, and none of our code runs at that time:
 * so they are replaced here, in the one object that n8n stores.
 */
export function readyToWait(
	context: WaitingContext,
): (question: Question, fails: boolean) => Promise<void> {
	const kept = context.getContext('node');
	const executeData = context.getExecuteData();
	context.setSignatureValidationRequired?.();
	return async (question, fails) => {
		kept[KEY] = question;
		const { main } = executeData.data;
		// A new list: the old one is also the output of the node before.
		if (main?.[0]) main[0] = unanswered(main[0], question.isReview);
		if (fails) {
			const { message, description } = nobodyAnswered(question);
			executeData.metadata = {
				...executeData.metadata,
				resumeError: new NodeOperationError(context.getNode(), message, { description }),
			} as typeof executeData.metadata;
		}
		await context.putExecutionToWait?.(
			question.until === undefined ? WAIT_INDEFINITELY : new Date(question.until),
		);
	};
}

const nobodyAnswered = ({ issueName, until }: Question) => ({
	message: `Nobody answered the question in issue ${issueName} in time`,
	description: `The limit was ${until}. Ask again, or allow more time under 'Limit Wait Time'.`,
});

/**
 * @param context the context of a call to the waiting node
 * @returns the question whose answer the node waits for; undefined when it has asked none
 */
export function questionOf(context: IWebhookFunctions): Question | undefined {
	// n8n takes braces for the end of an expression even inside of a text (n8n-workflow 2.41, `expression-parser.js`).
	const name = JSON.stringify(context.getNode().name).replaceAll('}', '\\u007d');
	// An expression can read what n8n keeps of a node; a webhook has no other way to it.
	const stored: unknown = context.evaluateExpression(
		`{{ JSON.stringify($node[${name}].context.${KEY} ?? null) }}`,
	);
	return typeof stored === 'string'
		? ((JSON.parse(stored) as Question | null) ?? undefined)
		: undefined;
}

/** The waiting items, and what n8n keeps beside them. Not part of n8n's declared interface of a webhook. */
interface WaitingData {
	executeData?: {
		data: { main?: Array<INodeExecutionData[] | null> };
		metadata?: { resumeError?: unknown };
	};
}

/**
 * @param context the context of the call that brings the answer
 * @param data the answer
 * @returns the waiting items with the answer, each linked to its input item
 */
export function answered(context: IWebhookFunctions, data: IDataObject): INodeExecutionData[] {
	const { executeData } = context as IWebhookFunctions & WaitingData;
	// Otherwise the node would fail now, too.
	delete executeData?.metadata?.resumeError;
	const items = executeData?.data.main?.[0] ?? [{ json: {} }];
	return items.map((item, index) => ({
		...item,
		json: { ...item.json, data },
		pairedItem: { item: index },
	}));
}
