import { readText } from './text';
import { shown, WrongInput } from './wrongInput';

const SHORT = /^#([\da-f])([\da-f])([\da-f])$/;
const LONG = /^#?([\da-f]{6})$/;

/**
 * @param value a hex code such as `#b91c1c`, in upper or lower case; also `#b11`, or without the `#`
 * @param displayName the parameter's display name
 * @returns the code in its one form: `#` and six digits in lower case
 * @throws WrongInput when the value is blank or no hex code
 */
export function readColor(value: unknown, displayName: string): string {
	const text = readText(value, displayName).toLowerCase();
	const [, ...short] = SHORT.exec(text) ?? [];
	const digits = LONG.exec(text)?.[1] ?? short.map((digit) => digit.repeat(2)).join('');
	if (digits !== '') return `#${digits}`;
	throw new WrongInput(
		`'${displayName}' is not a hex code`,
		`It is ${shown(value)}. Write the color like #b91c1c.`,
	);
}
