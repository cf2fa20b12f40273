import type { INodePropertyOptions } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';

/**
 * The entries of a drop-down that has some of its own and more in Pylon: those of Pylon, and the built-in ones that
 * Pylon did not name.
 * @param builtIn what every workspace has
 * @param load asks Pylon
 * @returns the entries by name. When Pylon could not be asked, the built-in ones, each with the reason in its description.
 */
export async function withBuiltIn(
	builtIn: INodePropertyOptions[],
	load: () => Promise<INodePropertyOptions[]>,
): Promise<INodePropertyOptions[]> {
	try {
		const loaded = await load();
		const loadedValues = new Set(loaded.map(({ value }) => value));
		return byName([...loaded, ...builtIn.filter(({ value }) => !loadedValues.has(value))]);
	} catch (error) {
		const description = `Entries of your workspace are missing: ${(error as Error).message}`;
		return byName(builtIn.map((option) => ({ ...option, description })));
	}
}

/** @returns the entries of a drop-down in the order of their names */
export function byName(options: INodePropertyOptions[]): INodePropertyOptions[] {
	return [...options].sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/**
 * An entry of a drop-down for a record of Pylon, to be put into a list by `flatMap`.
 * @param value field that stands for the record in the API; without it, it cannot be chosen and is left out
 * @param name field that people know it by; without it, the value is shown
 */
export function entryOf(
	value: unknown,
	name: unknown,
	description?: string,
): INodePropertyOptions[] {
	const own = fieldText(value);
	if (own === '') return [];
	return [
		{
			name: fieldText(name) || own,
			value: own,
			...(description === undefined ? {} : { description }),
		},
	];
}
