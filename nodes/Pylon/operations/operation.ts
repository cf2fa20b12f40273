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
