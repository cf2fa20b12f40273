import type { INodePropertyOptions } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';

/**
 * Makes the entries of a drop-down that has built-in ones and more in Pylon.
 * @param builtIn the entries that every workspace has
 * @param load fetches Pylon's entries
 * @returns the entries by name: Pylon's, and the built-in ones that Pylon did not send. When Pylon gives no answer, the
 * built-in ones, each with the reason in its description.
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
		const description = `Entries from your workspace are missing: ${(error as Error).message}`;
		return byName(builtIn.map((option) => ({ ...option, description })));
	}
}

/**
 * @param options entries of a drop-down
 * @returns a copy in the order of their names
 */
export function byName(options: INodePropertyOptions[]): INodePropertyOptions[] {
	return [...options].sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/**
 * Makes an entry of a drop-down for a record of Pylon, to be put into a list by `flatMap`.
 * @param value the field that identifies the record in the API; without it, the record cannot be chosen and is left out
 * @param name the field that people know the record by; without it, the value is shown
 * @param description a line below the name; undefined for none
 * @returns the entry in a list; an empty list when the record cannot be chosen
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
