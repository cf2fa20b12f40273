import { isBlank, trimmed } from './blank';
import { emptyInput, shown, WrongInput } from './wrongInput';

/** No exponents, no hexadecimal, no separators: each of them is read differently elsewhere. */
const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;

function toNumber(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value !== 'string') return undefined;
	const text = trimmed(value);
	return PLAIN_DECIMAL.test(text) ? Number(text) : undefined;
}

const isRounded = (number: number): boolean =>
	Number.isInteger(number) && !Number.isSafeInteger(number);

/**
 * @param number that is finite, and not so large that JavaScript rounds it
 * @returns its digits, also of a small number, which JavaScript itself writes with an exponent: `0.0000001`, not `1e-7`
 */
export function plainDecimal(number: number): string {
	const [digits = '', zeros] = String(number).split('e-');
	if (zeros === undefined) return digits;
	const sign = number < 0 ? '-' : '';
	return `${sign}0.${'0'.repeat(Number(zeros) - 1)}${digits.replace(/[-.]/g, '')}`;
}

/**
 * @param value a number, or text of digits with at most a decimal point and a minus sign
 * @param displayName the parameter's display name
 * @returns the number
 * @throws WrongInput when the value is blank, anything else, or so large that JavaScript rounds it
 */
export function readNumber(value: unknown, displayName: string): number {
	if (isBlank(value)) throw emptyInput(displayName);
	const number = toNumber(value);
	if (number !== undefined && !isRounded(number)) return number;
	throw new WrongInput(
		`'${displayName}' has to be a number`,
		`It is ${shown(value)}. Write it like 1234.5, without separators, exponent or unit.`,
	);
}

/**
 * @param value see `readNumber`
 * @param displayName the parameter's display name
 * @param range the smallest and the largest number that it may be
 * @param advice what to do about another value
 * @returns the number
 * @throws WrongInput when the value is blank or no whole number in the range
 */
export function readWholeNumber(
	value: unknown,
	displayName: string,
	[min, max]: [min: number, max: number],
	advice = `Change '${displayName}', or remove it if it is optional.`,
): number {
	if (isBlank(value)) throw emptyInput(displayName);
	const number = toNumber(value);
	if (number !== undefined && Number.isSafeInteger(number) && number >= min && number <= max)
		return number;
	throw new WrongInput(
		`'${displayName}' has to be a whole number ${max === Infinity ? `of ${min} or more` : `from ${min} to ${max}`}`,
		`It is ${shown(value)}. ${advice}`,
	);
}
