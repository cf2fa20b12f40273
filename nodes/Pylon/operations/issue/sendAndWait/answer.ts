import type { IDataObject } from 'n8n-workflow';
import {
	isBlank,
	isJsonObject,
	readDay,
	readEmail,
	readNumber,
	WrongInput,
} from '../../../../shared/input';
import { MOST_CHARACTERS, type Answer, type AnswerType, type FormField } from './question';

/** What somebody has entered into the page, or what is wrong with it. */
export type ReadAnswer = { answer: Omit<Answer, 'answeredAt'> } | { problem: string };

/**
 * @param body the body of the call, as n8n has read it
 * @returns the fields that the page has sent; n8n puts those of a form with `multipart/form-data` into `data`
 */
export const fieldsIn = (body: IDataObject): IDataObject =>
	isJsonObject(body.data) ? (body.data as IDataObject) : body;

/**
 * @param index the position of a field in the form, from 0
 * @returns its name in the page's HTML
 */
export const inputName = (index: number): string => `field-${index}`;

const textsIn = (value: unknown): string[] =>
	[value]
		.flat()
		.filter((one): one is string => typeof one === 'string')
		// Browsers send line breaks of a text area like this.
		.map((one) => one.replace(/\r\n/g, '\n'));

/** @throws WrongInput when it is too long */
function textIn(value: unknown, label: string): string {
	const [text = ''] = textsIn(value);
	if (text.length <= MOST_CHARACTERS) return text.trim();
	throw new WrongInput(
		`'${label}' is too long: it has ${text.length} characters, and ${MOST_CHARACTERS} are allowed.`,
		'',
	);
}

function optionIn(text: string, { label, options }: FormField): string {
	if (options.includes(text)) return text;
	throw new WrongInput(`'${label}' has to be one of its options.`, '');
}

/** @returns null for a field that was left empty, and may be; of checkboxes the list of what is ticked */
function fieldIn(field: FormField, value: unknown): IDataObject[string] {
	const { label, type, isRequired } = field;
	if (type === 'checkbox') {
		const chosen = textsIn(value).map((one) => optionIn(one, field));
		if (chosen.length > 0 || !isRequired) return chosen;
	}
	const text = textIn(value, label);
	if (isBlank(text)) {
		if (!isRequired) return null;
		throw new WrongInput(`'${label}' has to be filled in.`, '');
	}
	if (type === 'number') return readNumber(text, label);
	if (type === 'email') return readEmail(text, label);
	if (type === 'date') return readDay(text, label, 'UTC');
	return type === 'dropdown' || type === 'radio' ? optionIn(text, field) : text;
}

function approvalIn(
	{ declineLabel, withReason }: Extract<AnswerType, { type: 'approval' }>,
	{ answer, reason }: IDataObject,
): Omit<Answer, 'answeredAt'> {
	if (answer !== 'approve' && !(answer === 'decline' && declineLabel !== undefined))
		throw new WrongInput('Nothing was chosen. Choose one of the buttons.', '');
	const text = withReason ? textIn(reason, 'Reason') : '';
	return { approved: answer === 'approve', ...(text !== '' && { reason: text }) };
}

function read(answerType: AnswerType, sent: IDataObject): Omit<Answer, 'answeredAt'> {
	if (answerType.type === 'approval') return approvalIn(answerType, sent);
	if (answerType.type === 'freeText') {
		const text = textIn(sent.text, 'Your answer');
		if (isBlank(text)) throw new WrongInput('Your answer is empty. Write a text.', '');
		return { text };
	}
	return {
		form: Object.fromEntries(
			answerType.fields.map((field, index) => [field.name, fieldIn(field, sent[inputName(index)])]),
		),
	};
}

/**
 * @param answerType the kind of answer that is asked for
 * @param sent the fields that the page has sent
 * @returns the answer, or what is wrong with it, for the person who gave it
 */
export function readAnswer(answerType: AnswerType, sent: IDataObject): ReadAnswer {
	try {
		return { answer: read(answerType, sent) };
	} catch (error) {
		// Whatever it is: nothing is decided.
		return {
			problem:
				error instanceof WrongInput
					? `${error.message}${/[.!?]$/.test(error.message) ? '' : '.'} ${error.description}`.trim()
					: 'Your answer could not be read. Try again.',
		};
	}
}
