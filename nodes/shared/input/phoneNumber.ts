import { isBlank, visible } from './blank';
import { readList } from './list';
import { emptyInput, shown, WrongInput } from './wrongInput';

/** At most 15 digits (ITU-T E.164, https://www.itu.int/rec/T-REC-E.164). */
const DIGITS = /^\d{1,15}$/;

/** A number with a fraction has a dot that nobody wrote to separate digits. */
const hasFraction = (value: unknown): boolean =>
	typeof value === 'number' && !Number.isInteger(value);

/** What a table of floating-point numbers makes of a phone number: `15550100.0`. */
const FLOAT = /^\d+\.0$/;

/** The zero of `+49 (0)30 1234` is only dialed within the country, without the country's code. */
const ZERO_WITHIN = /^((?:\+|00)[\s()\d-]*?)\(0\)/;

function digitsOf(text: string, displayName: string): string {
	// Phones put marks of the writing direction around the numbers that are copied from them.
	const written = visible(text).replace(ZERO_WITHIN, '$1');
	const digits = written.replace(/[\s().+/\-\u2010-\u2015]/g, '');
	if (DIGITS.test(digits) && !FLOAT.test(written)) return digits;
	throw new WrongInput(
		`'${displayName}' contains something that is not a phone number`,
		`It is ${shown(text)}. Write 1 to 15 digits, for example 15550100.`,
	);
}

/**
 * @param value a list, in any form (see `readList`), of phone numbers as people write them
 * @param displayName the parameter's display name
 * @returns the digits of each, each once; none where the value is blank
 * @throws WrongInput when an entry is no phone number
 */
export function readPhoneNumbers(value: unknown, displayName: string): string[] {
	const fraction = [value].flat().find(hasFraction);
	if (fraction === undefined)
		return [...new Set(readList(value, displayName).map((entry) => digitsOf(entry, displayName)))];
	throw new WrongInput(
		`'${displayName}' contains something that is not a phone number`,
		`It is ${shown(fraction)}. Enter it as text.`,
	);
}

/**
 * @param value one phone number, e.g. `+1 (555) 0100`
 * @param displayName the parameter's display name
 * @returns its digits
 * @throws WrongInput when the value is blank or no phone number, or more than one
 */
export function readPhoneNumber(value: unknown, displayName: string): string {
	if (isBlank(value)) throw emptyInput(displayName);
	const [first, ...others] = readPhoneNumbers(value, displayName);
	if (first !== undefined && others.length === 0) return first;
	throw new WrongInput(
		`'${displayName}' accepts only one phone number`,
		`It is ${shown(value)}. Enter one at a time.`,
	);
}
