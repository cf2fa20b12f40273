import type { Resource } from '../operations/operation';
import { nameMap } from '../../shared/description/nameMap';

/** `addNote` as "Add Note"; the same as in the expression. */
const inWords = (value: string): string =>
	value.slice(0, 1).toUpperCase() + value.slice(1).replace(/[A-Z]/g, ' $&');

/**
 * @param resources all that the node has
 * @returns the expression of what stands under the node on the canvas, such as "Get Many: Issue". It evaluates in the editor
 * for every node shown, so it holds only the names that do not follow from the value.
 */
export function subtitleOf(resources: Resource[]): string {
	const named = resources.flatMap((resource) => [resource, ...resource.operations]);
	const map = nameMap(named.filter(({ name, value }) => name !== inWords(value)));
	return `={{ [$parameter["operation"], $parameter["resource"]].map((value) => ${map}[value] ?? value.slice(0, 1).toUpperCase() + value.slice(1).replace(/[A-Z]/g, " $&")).join(": ") }}`;
}
