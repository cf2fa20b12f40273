import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** One operation: what its selector shows, the request it makes, and its parameters in the order of the editor. */
export interface Operation extends INodePropertyOptions {
	value: string;
	action: string;
	description: string;
	routing: NonNullable<INodePropertyOptions['routing']>;
	fields: INodeProperties[];
}

/** One kind of record and what can be done with it. */
export interface Resource {
	name: string;
	value: string;
	operations: Operation[];
	/** The operation that the editor starts with. */
	default: string;
}

/**
 * A parameter that several operations share (the same object in each of their `fields`) becomes one property of the
 * node: n8n evaluates a parameter's expressions anew for every property of its name (n8n-core 2.41, `routing-node.js`).
 */
function fieldsOf({ value: resource, operations }: Resource): INodeProperties[] {
	const users = new Map<INodeProperties, string[]>();
	for (const { value, fields } of operations) {
		for (const field of fields) users.set(field, [...(users.get(field) ?? []), value]);
	}
	return [...users].map(([field, operation]) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource: [resource], operation, ...field.displayOptions?.show },
		},
	}));
}

function operationSelector({ value: resource, operations, default: first }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: operations.map(({ name, value, action, description, routing }) => ({
			name,
			value,
			action,
			description,
			routing,
		})),
		default: first,
	};
}

/**
 * @param resources in the order of the editor
 * @returns the node's properties: the resource selector, then each resource's operations and their parameters
 */
export function propertiesOf(resources: Resource[]): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value }) => ({ name, value })),
			default: 'issue',
			// Sends every operation through the transport (`requestOperations.pagination` of the node).
			routing: { send: { paginate: true } },
		},
		...resources.flatMap((resource) => [operationSelector(resource), ...fieldsOf(resource)]),
	];
}
