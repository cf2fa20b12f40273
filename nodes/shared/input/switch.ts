import { isBlank, trimmed } from './blank';
import { emptyInput, shown, WrongInput } from './wrongInput';

const MEANINGS = new Map([
	['true', true],
	['yes', true],
	['1', true],
	['false', false],
	['no', false],
	['0', false],
]);

/**
 * @param value true, false, 1, 0, yes or no, also as text and in upper or lower case
 * @param displayName the switch's display name
 * @returns whether the switch is on
 * @throws WrongInput when the value is anything else, or blank: the default may be the opposite of what was meant
 */
export function readSwitch(value: unknown, displayName: string): boolean {
	if (isBlank(value)) throw emptyInput(displayName);
	const text = ['string', 'number', 'boolean'].includes(typeof value)
		? trimmed(String(value)).toLowerCase()
		: '';
	const meaning = MEANINGS.get(text);
	if (meaning !== undefined) return meaning;
	throw new WrongInput(
		`'${displayName}' has to be true or false`,
		`It is ${shown(value)}. Change '${displayName}', or remove it if it is optional.`,
	);
}
