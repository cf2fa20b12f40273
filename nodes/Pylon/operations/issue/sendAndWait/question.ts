import type { IDataObject } from 'n8n-workflow';

/** Types of a form's fields. n8n's Form node has more, which a page without scripts and files cannot do. */
export const FIELD_TYPES = [
	{ name: 'Checkboxes', value: 'checkbox' },
	{ name: 'Date', value: 'date' },
	{ name: 'Dropdown', value: 'dropdown' },
	{ name: 'Email', value: 'email' },
	{ name: 'Number', value: 'number' },
	{ name: 'Radio Buttons', value: 'radio' },
	{ name: 'Text Input', value: 'text' },
	{ name: 'Textarea', value: 'textarea' },
] as const;

export type FieldType = (typeof FIELD_TYPES)[number]['value'];

/** One field of the form that the person fills in. */
export interface FormField {
	/** Its name in the answer. */
	name: string;
	label: string;
	type: FieldType;
	isRequired: boolean;
	/** The choices; empty for types without choices. */
	options: string[];
	placeholder: string;
	/** Filled in at first; several for checkboxes, separated by commas. */
	defaultValue: string;
}

/** What kind of answer is asked for. */
export type AnswerType =
	| {
			type: 'approval';
			approveLabel: string;
			/** Undefined where the person can only approve. */
			declineLabel?: string;
			withReason: boolean;
	  }
	| { type: 'freeText' }
	| { type: 'customForm'; fields: FormField[] };

/**
 * A question as it was asked. n8n stores it with the execution while it waits, so that the page shows what was asked and not
 * what the parameters' expressions would yield later.
 */
export interface Question {
	/** A random text in its links. In a loop the same node asks again, and links of an earlier question must not decide this one. */
	ask: string;
	issueId: string;
	/** E.g. `#1042 Export fails`. */
	issueName: string;
	/** The message as plain text. */
	text: string;
	answerType: AnswerType;
	/** Who may answer, in the user's own words. */
	whoMayAnswer: string;
	/** Until when an answer counts, in ISO 8601; undefined for no limit. */
	until?: string;
	/** Whether the answer is written into the issue. */
	followUp: boolean;
	/** ID of the question's note, where Pylon has sent it. */
	noteId?: string;
	/** Whether a model's tool call waits for the answer. */
	isReview: boolean;
}

/** The output's `data`, beside the fields of the input item. */
export interface Answer {
	/** Only for an approval. */
	approved?: boolean;
	reason?: string;
	text?: string;
	/** The values of a form, by the names of its fields. */
	form?: IDataObject;
	/** When the answer came, in ISO 8601. */
	answeredAt: string;
	/** Why the answer is not in the issue. */
	followUpError?: string;
}

/** Most characters of a text in an answer. */
export const MOST_CHARACTERS = 10_000;
