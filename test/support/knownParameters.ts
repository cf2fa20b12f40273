import type { INodeProperties } from 'n8n-workflow';
import { Pylon } from '../../nodes/Pylon/Pylon.node';
import { PylonPollingTrigger } from '../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { PylonTrigger } from '../../nodes/PylonTrigger/PylonTrigger.node';

const properties: Record<string, INodeProperties[] | undefined> = {
	'n8n-nodes-pylon.pylon': new Pylon().description.properties,
	'n8n-nodes-pylon.pylonTool': new Pylon().description.properties,
	'n8n-nodes-pylon.pylonTrigger': new PylonTrigger().description.properties,
	'n8n-nodes-pylon.pylonPollingTrigger': new PylonPollingTrigger().description.properties,
};
/** n8n itself adds these to a tool and to a polling trigger. */
const ADDED_BY_N8N = new Set(['descriptionType', 'toolDescription', 'pollTimes']);

/** The entries that the collections of an operation have, such as `options.keepTagsAndCustomFields`. */
function entriesOf(known: INodeProperties[], parameters: Record<string, unknown>): Set<string> {
	const isFor = ({ displayOptions }: INodeProperties) =>
		(displayOptions?.show?.['/resource']?.includes(String(parameters.resource)) ?? true) &&
		(displayOptions?.show?.['/operation']?.includes(String(parameters.operation)) ?? true);
	return new Set(
		known
			.filter(({ type }) => type === 'collection')
			.flatMap(({ name, options = [] }) =>
				(options as INodeProperties[]).filter(isFor).map((entry) => `${name}.${entry.name}`),
			),
	);
}

/**
 * What a node of this package is given and does not have: n8n leaves it out, without a word.
 *
 * @param type of the node; nothing is known of other packages' nodes
 * @param parameters as a workflow has them
 * @returns names, those in a collection as `collection.name`
 */
export function unknownParameters(type: string, parameters: Record<string, unknown>): string[] {
	const known = properties[type];
	if (!known) return [];
	const names = new Set(known.map(({ name }) => name));
	const unknown = Object.keys(parameters).filter(
		(parameter) => !names.has(parameter) && !ADDED_BY_N8N.has(parameter),
	);
	const collections = known.filter(({ type: kind }) => kind === 'collection');
	const entries = entriesOf(known, parameters);
	const lost = collections.flatMap(({ name }) =>
		Object.keys((parameters[name] ?? {}) as object)
			.map((entry) => `${name}.${entry}`)
			.filter((entry) => !entries.has(entry)),
	);
	return [...unknown, ...lost];
}
