import { isBlank, trimmed } from './blank';
import { plainDecimal } from './number';
import { emptyInput, shown, WrongInput } from './wrongInput';

/** Half of a character that takes two code units. It cannot be sent as UTF-8, and would arrive as another character. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** What JavaScript writes for an object in a text; nobody means it. */
const OBJECT_AS_TEXT = '[object Object]';
const NO_VALUE_AS_TEXT = new Set(['Invalid Date', 'Invalid DateTime', 'NaN', 'undefined']);

/**
 * @param text the text of a parameter, or of an entry of a list
 * @param displayName the parameter's display name
 * @throws WrongInput when the text is what is left of an object or of a missing value, or is broken
 */
export function checkText(text: string, displayName: string): void {
	if (LONE_SURROGATE.test(text)) {
		throw new WrongInput(
			`'${displayName}' has a broken character`,
			'Half of a character is missing, as when a text with emoji is cut off. Change the expression that cuts it, for example with [...text].slice(0, 100).join("").',
		);
	}
	if (text.includes(OBJECT_AS_TEXT)) {
		throw new WrongInput(
			`'${displayName}' has '${OBJECT_AS_TEXT}' in it`,
			'An object was inserted into a text. Let the expression use one field of the object.',
		);
	}
	if (NO_VALUE_AS_TEXT.has(trimmed(text))) {
		throw new WrongInput(
			`'${displayName}' is '${trimmed(text)}'`,
			'A value was missing when the text was created. Check that the incoming item has the field that the expression reads.',
		);
	}
}

/**
 * @param number in the place of text
 * @param displayName the parameter's display name
 * @returns its digits
 * @throws WrongInput when it is no number, or one whose digits JavaScript has rounded
 */
function digitsOf(number: number, displayName: string): string {
	if (!Number.isFinite(number)) {
		throw new WrongInput(
			`'${displayName}' is '${number}'`,
			'That is not a number. Check the calculation in the expression.',
		);
	}
	if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
		throw new WrongInput(
			`'${displayName}' is a number with too many digits`,
			`It is ${number}: JavaScript has rounded its last digits. Enter it as text.`,
		);
	}
	return plainDecimal(number);
}

/**
 * Reads text that is taken as it was written, such as a message.
 * @param value text, a number, or true or false
 * @param displayName the parameter's display name
 * @returns the text with the white space around it
 * @throws WrongInput when the value is blank, an object or list, or what is left of one
 */
export function readFreeText(value: unknown, displayName: string): string {
	if (isBlank(value)) throw emptyInput(displayName);
	const text =
		typeof value === 'number'
			? digitsOf(value, displayName)
			: typeof value === 'boolean'
				? String(value)
				: value;
	if (typeof text !== 'string') {
		throw new WrongInput(
			`'${displayName}' has to be text`,
			`It is ${shown(value)}. Let the expression return a single text.`,
		);
	}
	checkText(text, displayName);
	return text;
}

/**
 * Reads text that identifies something, such as a name, a slug or a state.
 * @param value text, a number, or true or false
 * @param displayName the parameter's display name
 * @returns the text without white space and invisible characters around it
 * @throws WrongInput see `readFreeText`
 */
export const readText = (value: unknown, displayName: string): string =>
	trimmed(readFreeText(value, displayName));
