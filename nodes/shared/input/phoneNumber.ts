import { isBlank, visible } from './blank';
import { readList } from './list';
import { emptyInput, shown, WrongInput } from './wrongInput';

/** ITU-T E.164: 15 digits at most. */
const DIGITS = /^\d{1,15}$/;

/** A number with a fraction has dots that nobody wrote to part the digits. */
const hasFraction = (value: unknown): boolean =>
	typeof value === 'number' && !Number.isInteger(value);

function digitsOf(text: string, displayName: string): string {
	// Phones put marks of the writing direction around the numbers that are copied from them.
	const digits = visible(text).replace(/[\s().+/\-\u2010-\u2015]/g, '');
	if (DIGITS.test(digits)) return digits;
	throw new WrongInput(
		`'${displayName}' holds something that is not a phone number`,
		`It is ${shown(text)}. Write 1 to 15 digits, for example 15550100.`,
	);
}

/**
 * @param value a list however written (see `readList`) of phone numbers as people write them
 * @param displayName of the parameter
 * @returns the digits of each, each once; none where it is blank
 * @throws WrongInput when an entry is no phone number
 */
export function readPhoneNumbers(value: unknown, displayName: string): string[] {
	const fraction = [value].flat().find(hasFraction);
	if (fraction === undefined)
		return [...new Set(readList(value, displayName).map((entry) => digitsOf(entry, displayName)))];
	throw new WrongInput(
		`'${displayName}' holds something that is not a phone number`,
		`It is ${shown(fraction)}. Give it as text.`,
	);
}

/**
 * @param value one phone number, e.g. `+1 (555) 0100`
 * @param displayName of the parameter
 * @returns its digits
 * @throws WrongInput when it is blank or no phone number, or more than one
 */
export function readPhoneNumber(value: unknown, displayName: string): string {
	if (isBlank(value)) throw emptyInput(displayName);
	const [first, ...others] = readPhoneNumbers(value, displayName);
	if (first !== undefined && others.length === 0) return first;
	throw new WrongInput(
		`'${displayName}' takes one phone number`,
		`It is ${shown(value)}. Give one at a time.`,
	);
}
