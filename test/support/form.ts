import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';
import { nodeOf } from './additionalData';

/**
 * @param type of a node
 * @param parameters that differ from their defaults
 * @returns the properties that the editor shows in the node's form, in order
 */
export function fieldsShown(type: INodeType, parameters: INodeParameters): INodeProperties[] {
	const { description } = type;
	const { properties } = description;
	const node = nodeOf(type, { parameters }, true);
	const values = NodeHelpers.getNodeParameters(
		properties,
		parameters,
		true,
		false,
		node,
		description,
	);
	return properties.filter((property) =>
		NodeHelpers.displayParameter(values ?? {}, property, node, description),
	);
}
