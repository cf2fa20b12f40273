import type { INodePropertyOptions } from 'n8n-workflow';

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
		const known = new Set(loaded.map(({ value }) => value));
		return byName([...loaded, ...builtIn.filter(({ value }) => !known.has(value))]);
	} catch (error) {
		const description = `Entries of your workspace are missing: ${(error as Error).message}`;
		return byName(builtIn.map((option) => ({ ...option, description })));
	}
}

/** @returns the entries of a drop-down in the order of their names */
export function byName(options: INodePropertyOptions[]): INodePropertyOptions[] {
	return [...options].sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
