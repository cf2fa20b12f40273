import { isBlank, trimmed } from './blank';
import { emptyInput, shown, WrongInput } from './wrongInput';

/** A value that can be chosen. */
export interface Choice<T = unknown> {
	/** The label that the editor shows. */
	name: string;
	/** The value that is sent. */
	value: T;
}

/** Most choices that a message lists: a longer list helps nobody. */
const MOST_LISTED = 20;

const folded = (value: unknown): string => String(value).toLowerCase();

/**
 * @param value one of the choices or its label, in upper or lower case
 * @param choices what can be chosen; of two that differ only in case, the one that is written exactly like the value is
 * taken
 * @returns the choice; undefined when there is none of that name
 */
export function findChoice<T>(
	value: unknown,
	choices: ReadonlyArray<Choice<T>>,
): Choice<T> | undefined {
	if (!['string', 'number', 'boolean'].includes(typeof value)) return undefined;
	const text = trimmed(String(value));
	return (
		choices.find((choice) => String(choice.value) === text) ??
		choices.find(({ name }) => name === text) ??
		choices.find((choice) => folded(choice.value) === folded(text)) ??
		choices.find(({ name }) => folded(name) === folded(text))
	);
}

/**
 * @param choices what can be chosen
 * @returns the choices in words, e.g. `High (high), Low (low)`
 */
export function listed(choices: readonly Choice[]): string {
	const names = choices.slice(0, MOST_LISTED).map(({ name, value }) => {
		const text = String(value);
		return name === text ? name : `${name} (${text})`;
	});
	const more = choices.length - names.length;
	return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/**
 * @param value see `findChoice`
 * @param displayName the parameter's display name
 * @param choices what can be chosen
 * @returns the value of the choice
 * @throws WrongInput when there is no such choice (the error lists them), or the value is blank: the default may be the
 * opposite of what was meant
 */
export function readChoice<T>(
	value: unknown,
	displayName: string,
	choices: ReadonlyArray<Choice<T>>,
): T {
	if (isBlank(value)) throw emptyInput(displayName);
	const found = findChoice(value, choices);
	if (found !== undefined) return found.value;
	throw new WrongInput(
		`'${displayName}' cannot be ${shown(value)}`,
		`Use one of: ${listed(choices)}.`,
	);
}
