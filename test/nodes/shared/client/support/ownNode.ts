import type { INodeProperties, INodeType } from 'n8n-workflow';

import { requestOptions } from '../../../../../nodes/Pylon/description/requestOptions';
import { Pylon } from '../../../../../nodes/Pylon/Pylon.node';
import { resources } from '../../../../../nodes/Pylon/operations';
import type { Operation, Resource } from '../../../../../nodes/Pylon/operations/operation';
import { propertiesOf } from '../../../../../nodes/Pylon/description/buildProperties';
import { loadNode } from '../../../../support/nodeTypes';

function nodeOf(some: Resource[]): INodeType {
	const { description } = new Pylon();
	return loadNode({
		description: { ...description, properties: [...propertiesOf(some), requestOptions] },
	});
}

/**
 * The Pylon node with some of its operations only. n8n looks at every parameter of a node for every item, so a test of many
 * items is much faster with it.
 * @param names of the operations, as "contact get"
 * @returns the node
 */
export function nodeWithOnly(names: string[]): INodeType {
	const some = resources.map((resource) => ({
		...resource,
		operations: resource.operations.filter(({ value }) =>
			names.includes(`${resource.value} ${value}`),
		),
	}));
	return nodeOf(some.filter(({ operations }) => operations.length > 0));
}

type WithoutLooks<T> = T extends Operation
	? Omit<T, 'name' | 'value' | 'action' | 'description' | 'effect' | 'fields'>
	: never;

/** What a test declares of an operation. */
type OwnOperation = WithoutLooks<Operation> & { fields?: INodeProperties[] };

/**
 * @param operation a test's own; what it leaves out is filled in
 * @returns the Pylon node with only this operation, on resource `thing`
 */
export function nodeWith(operation: OwnOperation): INodeType {
	const complete: Operation = {
		name: 'Do',
		value: 'do',
		action: 'Do',
		description: 'Do',
		effect: 'reads',
		fields: [],
		...operation,
	};
	const thing = { name: 'Thing', value: 'thing', operations: [complete], default: 'do' };
	return nodeOf([thing]);
}

/** Parameters for it. */
export const doIt = { resource: 'thing', operation: 'do' };
