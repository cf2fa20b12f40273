import type { IDataObject } from 'n8n-workflow';

import { quoted, readPath, unresolvedVariable, variableIn } from '../fieldPath';

interface Left {
	path: string;
	variable: string;
}

/** How many fields a message names, so that it stays one sentence. */
const MOST_NAMED = 3;

/**
 * All known variables of Pylon are paths, such as `issue.id`. A name without a dot that is alone in a field may as well be a
 * customer's text.
 */
const OF_PYLON = /^[\w-]+\.\S/;

/**
 * @param left fields with a variable that Pylon did not replace; at least one
 * @returns which field still holds which variable, in words
 */
export const stillHolding = (left: Left[]): string =>
	left.map(({ path, variable }) => `${quoted(path)} still contains {{${variable}}}`).join(', ');

/** Calls back for every text. The path is the same list each time, since a body may hold millions of texts. */
function eachText(
	value: unknown,
	path: Array<number | string>,
	found: (text: string, path: Array<number | string>) => void,
): void {
	if (typeof value === 'string') return found(value, path);
	if (typeof value !== 'object' || value === null) return;
	for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
		path.push(key);
		eachText((value as Record<number | string, unknown>)[key], path, found);
		path.pop();
	}
}

/**
 * Looks for variables that Pylon did not replace. A customer may have written a text, and no customer may get an event
 * refused by what they write. So a variable counts only in fields that the trigger needs, and in fields that hold nothing
 * else than what may be a variable of Pylon.
 * @param payload the delivery's payload
 * @param needed paths of fields that are no texts of customers: no variable may be left in them
 * @param compared paths of fields that may be such texts: they may not be a variable and nothing else
 * @returns the fields that the payload is refused for, and those that are only worth a note; three of each at most
 */
export function findUnresolved(
	payload: IDataObject,
	needed: string[],
	compared: string[],
): { refused: Left[]; noted: Left[] } {
	const refused = new Map<string, Left>();
	const noted: Left[] = [];
	const refuse = (path: string, variable: string | undefined) => {
		if (variable !== undefined && refused.size < MOST_NAMED) refused.set(path, { path, variable });
	};
	for (const path of needed)
		refuse(
			path,
			unresolvedVariable(readPath(payload, path)) ?? variableIn(readPath(payload, path)),
		);
	for (const path of compared) refuse(path, unresolvedVariable(readPath(payload, path)));
	eachText(payload, [], (text, path) => {
		const alone = unresolvedVariable(text);
		if (alone !== undefined && OF_PYLON.test(alone)) return refuse(path.join('.'), alone);
		if (noted.length === MOST_NAMED) return;
		const variable = alone ?? variableIn(text);
		if (variable !== undefined) noted.push({ path: path.join('.'), variable });
	});
	return { refused: [...refused.values()], noted };
}
