import type { ILoadOptionsFunctions } from 'n8n-workflow';

/** A method that the editor calls to fill a list, a drop-down or a mapper. */
type EditorMethod = (this: ILoadOptionsFunctions, ...args: never[]) => Promise<unknown>;

/**
 * Methods of a node for n8n's editor. n8n loads every node when it starts, and calls these only while somebody edits one: so
 * their code is loaded by the first call.
 * @param names of the methods, as the node's parameters give them
 * @param load imports the methods
 * @returns methods of these names; each does and throws what the imported one does and throws
 */
export const editorMethods = <Methods extends Record<string, EditorMethod>>(
	names: ReadonlyArray<keyof Methods & string>,
	load: () => Promise<Methods>,
): Methods =>
	Object.fromEntries(
		names.map((name) => [
			name,
			async function (this: ILoadOptionsFunctions, ...args: never[]) {
				const method = (await load())[name];
				if (method === undefined) throw new Error(`There is no method '${name}'`);
				return await method.apply(this, args);
			},
		]),
	) as Methods;
