import type { Resource } from '../operations/operation';
import { nameMap } from '../../shared/description/nameMap';

/** `addNote` as "Add Note"; the expression does the same. */
const inWords = (value: string): string =>
	value.slice(0, 1).toUpperCase() + value.slice(1).replace(/[A-Z]/g, ' $&');

/**
 * @param resources all that the node has
 * @returns the expression for the text under the node on the canvas, such as "Get Many: Issue". The editor evaluates it for
 * every node it shows, so it only has the names that do not follow from the value.
 */
export function subtitleOf(resources: Resource[]): string {
	const named = resources.flatMap((resource) => [resource, ...resource.operations]);
	const map = nameMap(named.filter(({ name, value }) => name !== inWords(value)));
	return `={{ [$parameter["operation"], $parameter["resource"]].map((value) => ${map}[value] ?? value.slice(0, 1).toUpperCase() + value.slice(1).replace(/[A-Z]/g, " $&")).join(": ") }}`;
}
