import { DirectoryLoader, RoutingNode } from 'n8n-core';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodeType,
	INodeTypes,
} from 'n8n-workflow';

/**
 * @param node of this package
 * @returns the name under which n8n knows it once the package is installed, e.g. `n8n-nodes-pylon.pylon`
 */
export const fullName = (node: INodeType): string => `n8n-nodes-pylon.${node.description.name}`;

const loaded = new WeakSet<INodeProperties[]>();

/**
 * Makes a node what n8n makes of it when it loads the package: a declarative node gets the `requestOptions` parameter
 * (n8n-core's DirectoryLoader) and an `execute` that runs RoutingNode (n8n/dist/node-types.js,
 * `shouldAssignExecuteMethod` in n8n/dist/utils.js).
 *
 * @param node an instance; it is changed, once
 * @returns the same instance
 */
export function loadNode(node: INodeType): INodeType {
	const { properties } = node.description;
	if (!loaded.has(properties)) {
		loaded.add(properties);
		DirectoryLoader.applyDeclarativeNodeOptionParameters(node);
	}
	const declarative = node.description.requestDefaults !== undefined;
	const hasOwnWay = node.execute ?? node.supplyData ?? node.poll ?? node.trigger;
	if (!hasOwnWay && (declarative || (!node.webhook && !node.methods))) {
		node.execute = async function (this: IExecuteFunctions) {
			return (await new RoutingNode(this as never, node).runNode()) ?? [];
		};
	}
	return node;
}

/**
 * Makes n8n's node registry over some nodes.
 *
 * @param nodes each is known by its full name and by its bare one
 * @returns the registry; it throws Error for an unknown type, as n8n does
 */
export function nodeTypesOf(nodes: INodeType[]): INodeTypes {
	const known = new Map<string, INodeType>();
	for (const node of nodes.map(loadNode)) {
		known.set(node.description.name, node);
		known.set(fullName(node), node);
	}
	const find = (name: string): INodeType => {
		const node = known.get(name);
		if (!node) throw new Error(`Unrecognized node type: ${name}`);
		return node;
	};
	return {
		getByName: find,
		getByNameAndVersion: find,
		getKnownTypes: () =>
			Object.fromEntries([...known.keys()].map((name) => [name, {}])) as IDataObject,
	};
}
