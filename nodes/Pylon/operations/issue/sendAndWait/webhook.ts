import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { clock } from '../../../../shared/client/clock';
import { finalStatus } from '../../../../shared/client/finalStatus';
import { fieldsIn, readAnswer } from './answer';
import { decide, decisionOn, takeBack } from './decisions';
import { writeFollowUp } from './followUp';
import { followUpHtml, notTakenHtml } from './note';
import { PAGE_HEADERS } from './page';
import { closedPage, decidedPage, questionPage, thanksPage, tooLatePage } from './questionPage';
import type { Answer } from './question';
import { answered, questionOf } from './waiting';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** Answers the call past n8n, so that the execution goes on waiting. */
function show(response: Response, status: number, html: string): IWebhookResponseData {
	response.statusCode = status;
	response.end(html);
	return { noWebhookResponse: true };
}

/**
 * n8n may still refuse the answer, for example when its database fails, or when another process was faster: then it can be
 * given again. The note about the answer is written before n8n decides, so that the answer can say when it could not be
 * written; so another note takes it back, also where the person has closed the page by then.
 */
async function keepIfTaken(
	response: Response,
	ask: string,
	tellTeam: () => Promise<unknown>,
): Promise<void> {
	if ((await finalStatus(response)) === 200) return;
	takeBack(ask);
	await tellTeam();
}

/** What n8n tells the model about a refused tool call, in place of its own words (n8n 2.41, `processHitlResponses.js`). */
const feedbackOf = ({ approved, reason }: Answer): IDataObject =>
	approved === true || reason === undefined ? {} : { chatInput: `Declined: ${reason}` };

/**
 * Handles a call to a link of the question. GET shows the question; only a POST of that page decides, and once. n8n has
 * checked the signature of the link, and that the execution waits (docs/approvals.md says who guards what).
 * @param context the context of the call
 * @returns the answer for the workflow; for every other call the page is sent here, and the execution goes on waiting
 */
export async function receiveAnswer(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const response = context.getResponseObject();
	for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
	const { ask, choice } = context.getQueryData() as IDataObject;
	const isAnswer = context.getRequestObject().method === 'POST';
	const zone = context.getTimezone();
	const before = typeof ask === 'string' ? decisionOn(ask) : undefined;
	if (before !== undefined) return show(response, isAnswer ? 409 : 200, decidedPage(before, zone));
	const question = questionOf(context);
	if (question === undefined || question.ask !== ask) return show(response, 410, closedPage());
	if (question.until !== undefined && Date.parse(question.until) <= clock.now())
		return show(response, 410, tooLatePage(question.until, zone));
	if (!isAnswer) return show(response, 200, questionPage(question, { choice }, zone));

	const sent = fieldsIn(context.getBodyData());
	const read = readAnswer(question.answerType, sent);
	if ('problem' in read)
		return show(
			response,
			400,
			questionPage(question, { problem: read.problem, sent, choice }, zone),
		);
	const answer: Answer = { ...read.answer, answeredAt: new Date(clock.now()).toISOString() };
	const earlier = decide(ask, answer);
	if (earlier !== undefined) return show(response, 409, decidedPage(earlier, zone));
	let isTold = false;
	void keepIfTaken(response, ask, async () => {
		if (isTold) await writeFollowUp(context, question, notTakenHtml(answer, zone));
	});
	const followUpError = question.followUp
		? await writeFollowUp(context, question, followUpHtml(answer, zone))
		: undefined;
	isTold = question.followUp && followUpError === undefined;
	const data: Answer = { ...answer, ...(followUpError !== undefined && { followUpError }) };
	return {
		webhookResponse: thanksPage(data),
		workflowData: [answered(context, { ...data, ...(question.isReview && feedbackOf(answer)) })],
	};
}
