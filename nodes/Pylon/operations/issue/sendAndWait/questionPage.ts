import type { IDataObject } from 'n8n-workflow';
import { escapeHtml } from '../../../../shared/html/escapeHtml';
import { inputName } from './answer';
import { choicesOf, momentText, outcomeOf, type Choice } from './note';
import type { Decision } from './decisions';
import { page, paragraph } from './page';
import { MOST_CHARACTERS, type Answer, type FormField, type Question } from './question';

/** What the page was sent with, when it comes back with a problem. */
export interface Entered {
	/** What is wrong with it, in a sentence. */
	problem?: string;
	/** The fields that the page has sent. */
	sent?: IDataObject;
	/** The choice whose link was opened. */
	choice?: unknown;
}

const attribute = (name: string, value: string): string =>
	value === '' ? '' : ` ${name}="${escapeHtml(value)}"`;

const valuesOf = (value: unknown): string[] =>
	[value].flat().filter((one): one is string => typeof one === 'string');

const textArea = (name: string, value: string, isRequired: boolean, placeholder = ''): string =>
	// A browser takes the first line break away.
	`<textarea id="${name}" name="${name}" rows="4" maxlength="${MOST_CHARACTERS}"${attribute('placeholder', placeholder)}${isRequired ? ' required' : ''}>\n${escapeHtml(value)}</textarea>`;

const labelled = (name: string, label: string, isRequired: boolean, input: string): string =>
	`<label for="${name}">${escapeHtml(label)}${isRequired ? '' : ' (optional)'}</label>${input}`;

/** In a list of checkboxes nothing is marked as required: a browser would require each of them. */
function optionsOf(field: FormField, name: string, chosen: string[]): string {
	const { label, type, options, isRequired } = field;
	const required = isRequired && type === 'radio' ? ' required' : '';
	const inputs = options.map(
		(option) =>
			`<label><input type="${type}" name="${name}" value="${escapeHtml(option)}"${chosen.includes(option) ? ' checked' : ''}${required}>${escapeHtml(option)}</label>`,
	);
	return `<fieldset><legend>${escapeHtml(label)}${isRequired ? '' : ' (optional)'}</legend>${inputs.join('')}</fieldset>`;
}

function dropdown({ options, isRequired }: FormField, name: string, chosen: string): string {
	const entries = ['', ...options].map(
		(option) =>
			`<option value="${escapeHtml(option)}"${option === chosen ? ' selected' : ''}>${option === '' ? 'Choose…' : escapeHtml(option)}</option>`,
	);
	return `<select id="${name}" name="${name}"${isRequired ? ' required' : ''}>${entries.join('')}</select>`;
}

function fieldHtml(field: FormField, index: number, sent: IDataObject | undefined): string {
	const { label, type, isRequired, placeholder, defaultValue } = field;
	const name = inputName(index);
	const standard =
		type === 'checkbox' ? defaultValue.split(',').map((one) => one.trim()) : [defaultValue];
	const values = sent === undefined ? standard : valuesOf(sent[name]);
	if (type === 'checkbox' || type === 'radio') return optionsOf(field, name, values);
	const [value = ''] = values;
	if (type === 'dropdown') return labelled(name, label, isRequired, dropdown(field, name, value));
	if (type === 'textarea')
		return labelled(name, label, isRequired, textArea(name, value, isRequired, placeholder));
	const input = `<input id="${name}" name="${name}" type="${type}"${type === 'number' ? ' step="any"' : ''}${type === 'text' ? ` maxlength="${MOST_CHARACTERS}"` : ''}${attribute('value', value)}${attribute('placeholder', placeholder)}${isRequired ? ' required' : ''}>`;
	return labelled(name, label, isRequired, input);
}

function inputsOf({ answerType }: Question, { sent }: Entered): string {
	if (answerType.type === 'customForm')
		return answerType.fields.map((field, index) => fieldHtml(field, index, sent)).join('');
	const [text = ''] = valuesOf(sent?.[answerType.type === 'freeText' ? 'text' : 'reason']);
	if (answerType.type === 'freeText')
		return labelled('text', 'Your answer', true, textArea('text', text, true));
	return answerType.withReason
		? labelled('reason', 'Reason', false, textArea('reason', text, false))
		: '';
}

/** The choice whose link was opened stands out; without one, the first choice does. */
function buttonsOf({ answerType }: Question, { choice }: Entered): string {
	if (answerType.type !== 'approval')
		return '<div class="buttons"><button class="main" type="submit">Send answer</button></div>';
	const choices = choicesOf(answerType);
	const main = choices.find(({ value }) => value === choice) ?? choices[0];
	const button = ({ value, label }: Choice) =>
		`<button${value === main.value ? ' class="main"' : ''} type="submit" name="answer" value="${value}">${escapeHtml(label)}</button>`;
	return `<div class="buttons">${choices.map(button).join('')}</div>`;
}

/**
 * @param question a question that is open
 * @param entered what came with the call, or with an earlier try
 * @param zone IANA name of the workflow's time zone
 * @returns the page that asks it; its form goes to its own address, which is signed
 */
export function questionPage(question: Question, entered: Entered, zone: string): string {
	const { issueName, text, whoMayAnswer, until } = question;
	return page(
		'Please answer',
		[
			paragraph(`Issue ${issueName}`, 'soft'),
			entered.problem === undefined ? '' : paragraph(entered.problem, 'problem'),
			`<div class="question">${escapeHtml(text)}</div>`,
			whoMayAnswer === '' ? '' : paragraph(`Who may answer: ${whoMayAnswer}`, 'soft'),
			until === undefined ? '' : paragraph(`Answer until ${momentText(until, zone)}.`, 'soft'),
			// n8n takes the form of a 'Custom Form' in no other way (n8n 2.41, `webhook-helpers.js`).
			`<form method="post" enctype="multipart/form-data" accept-charset="utf-8">${inputsOf(question, entered)}${buttonsOf(question, entered)}</form>`,
		].join(''),
	);
}

const WHAT_NEXT = 'You can close this page.';

/**
 * @param answer the answer that was just taken
 * @returns the page for the person who gave it
 */
export const thanksPage = (answer: Answer): string =>
	page(
		outcomeOf(answer),
		paragraph('Thank you. The workflow continues now.') +
			(answer.followUpError === undefined
				? ''
				: paragraph('Your answer counts, but it could not be added to the issue.', 'soft')) +
			paragraph(WHAT_NEXT, 'soft'),
	);

/**
 * @param answer the earlier answer
 * @param zone IANA name of the workflow's time zone
 * @returns the page for a person who answers second
 */
export const decidedPage = (answer: Decision, zone: string): string =>
	page(
		'Already answered',
		paragraph(
			`This question has already been answered: ${outcomeOf(answer)} on ${momentText(answer.answeredAt, zone)}. Your answer changes nothing.`,
		) + paragraph(WHAT_NEXT, 'soft'),
	);

/** @returns the page of a link that belongs to an earlier question, or to none */
export const closedPage = (): string =>
	page(
		'No longer open',
		paragraph(
			'The question for this link is no longer open. Nothing was decided. If the issue has a newer question, use its links.',
		) + paragraph(WHAT_NEXT, 'soft'),
	);

/**
 * @param until when the limit ended, in ISO 8601
 * @param zone IANA name of the workflow's time zone
 * @returns the page of a question whose time limit is over
 */
export const tooLatePage = (until: string, zone: string): string =>
	page(
		'Too late',
		paragraph(`The time to answer ended on ${momentText(until, zone)}. Nothing was decided.`) +
			paragraph(WHAT_NEXT, 'soft'),
	);
