import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { escapeHtml } from '../../../../shared/html/escapeHtml';
import { plainTextToHtml } from '../../../../shared/html/plainTextToHtml';
import { isJsonObject } from '../../../../shared/input';
import type { Answer, AnswerType, Question } from './question';

const asText = (value: unknown): string =>
	typeof value === 'string' ? value : JSON.stringify(value, undefined, 1);

/** One value on its own line, with its further lines below it. */
const entry = (name: string, value: unknown): string =>
	`<li><b>${escapeHtml(name)}:</b> ${escapeHtml(asText(value)).replace(/\n/g, '<br>')}</li>`;

const list = (values: IDataObject): string =>
	`<ul>${Object.entries(values)
		.map(([name, value]) => entry(name, value))
		.join('')}</ul>`;

/**
 * Shows everything that a person needs in order to let a model call a tool: whatever is not shown would be approved unseen.
 * @param json the item that n8n makes of a tool call (n8n 2.41): `tool` and `toolParameters`
 * @returns HTML with the name of the tool and its values
 */
export function toolCallHtml({ tool, toolParameters }: IDataObject): string {
	const parameters = isJsonObject(toolParameters) ? (toolParameters as IDataObject) : {};
	const values =
		Object.keys(parameters).length === 0
			? '<p>The model has not set any values.</p>'
			: `<p>Values that the model has set:</p>${list(parameters)}`;
	return `<p><b>Tool:</b> ${escapeHtml(asText(tool ?? 'not named'))}</p>${values}`;
}

/**
 * @param messages the messages of all items, as HTML
 * @returns HTML that shows them; one that is the same for all items is there once
 */
export function messagesHtml(messages: string[]): string {
	const [first = '', ...others] = messages;
	if (others.length === 0) return first;
	const isSame = others.every((one) => one === first);
	const head = `<p><b>This asks once for ${messages.length} items.</b> The answer applies to all of them.</p>`;
	return isSame
		? `${first}${head}`
		: `${head}<ol>${messages.map((one) => `<li>${one}</li>`).join('')}</ol>`;
}

/** One answer that a link of the note and a button of the page offer. */
export interface Choice {
	value: 'approve' | 'decline' | 'respond';
	label: string;
}

/**
 * @param answerType the kind of answer that is asked for
 * @returns the answers that can be chosen
 */
export function choicesOf(answerType: AnswerType): [Choice, ...Choice[]] {
	if (answerType.type !== 'approval') return [{ value: 'respond', label: 'Respond' }];
	return [
		{ value: 'approve', label: answerType.approveLabel },
		...(answerType.declineLabel === undefined
			? []
			: [{ value: 'decline' as const, label: answerType.declineLabel }]),
	];
}

/**
 * @param iso a moment in ISO 8601
 * @param zone IANA name of the workflow's time zone
 * @returns the moment for people, e.g. `27 November 2026, 12:00 (Europe/Berlin)`
 */
export const momentText = (iso: string, zone: string): string =>
	`${DateTime.fromISO(iso, { zone, locale: 'en' }).toFormat('d LLLL yyyy, HH:mm')} (${zone})`;

/**
 * @param question the question
 * @param html its message
 * @param links an address for each choice
 * @param zone IANA name of the workflow's time zone
 * @returns the body of the note
 */
export function noteHtml(
	{ answerType, whoMayAnswer, until }: Pick<Question, 'answerType' | 'whoMayAnswer' | 'until'>,
	html: string,
	links: Record<Choice['value'], string>,
	zone: string,
): string {
	const anchors = choicesOf(answerType).map(
		({ value, label }) => `<a href="${escapeHtml(links[value])}"><b>${escapeHtml(label)}</b></a>`,
	);
	const about = [
		...(whoMayAnswer === '' ? [] : [`Who may answer: ${whoMayAnswer}`]),
		...(until === undefined ? [] : [`Answer until ${momentText(until, zone)}.`]),
		'A link opens a page that asks you to confirm. Nothing is decided before you do.',
	];
	return `${html}<p>${anchors.join(' &nbsp;|&nbsp; ')}</p><p>${about.map(escapeHtml).join('<br>')}</p>`;
}

/**
 * @param answer the answer that was given
 * @returns what was decided, in a word
 */
export const outcomeOf = ({ approved }: Pick<Answer, 'approved'>): string =>
	approved === undefined ? 'Answered' : approved ? 'Approved' : 'Declined';

/** A field of a form as a person reads it: what was left empty is null, and ticked checkboxes are a list (`answer.ts`). */
function enteredText(value: unknown): unknown {
	const text = Array.isArray(value) ? value.join(', ') : value;
	return text === null || text === '' ? '(empty)' : text;
}

const formHtml = (form: IDataObject): string =>
	list(
		Object.fromEntries(
			Object.entries(form).map(([name, value]) => [name, enteredText(value)]),
		) as IDataObject,
	);

/**
 * @param answer the answer that was given
 * @param zone IANA name of the workflow's time zone
 * @returns the body of the note that tells the team
 */
export function followUpHtml(answer: Answer, zone: string): string {
	const { reason, text, form, answeredAt } = answer;
	const head = `<p><b>${outcomeOf(answer)}</b> on ${escapeHtml(momentText(answeredAt, zone))}.</p>`;
	return [
		head,
		reason === undefined ? '' : `<p><b>Reason:</b></p>${plainTextToHtml(reason)}`,
		text === undefined ? '' : plainTextToHtml(text),
		form === undefined ? '' : formHtml(form),
	].join('');
}

/**
 * @param answer an answer that the team knows of, and that n8n then did not take
 * @param zone IANA name of the workflow's time zone
 * @returns the body of the note that takes it back
 */
export const notTakenHtml = (answer: Answer, zone: string): string =>
	`<p><b>This answer does not count:</b> ${outcomeOf(answer)} on ${escapeHtml(momentText(answer.answeredAt, zone))}. n8n did not accept it. If the question is still open, its links work again.</p>`;
