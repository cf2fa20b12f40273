import type { INodeProperties } from 'n8n-workflow';
import { textInBody } from '../../steps/body';
import { textOrEmptyInBody } from '../../steps/clearable';

export const description: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	placeholder: 'e.g. Invoices, plans and payment',
	description: 'What readers find in the collection',
	routing: { send: { type: 'body', property: 'description', preSend: [textOrEmptyInBody('description', 'Description')] } },
};

export const slug: INodeProperties = {
	displayName: 'Slug',
	name: 'slug',
	type: 'string',
	default: '',
	placeholder: 'e.g. billing',
	description: 'The name of the collection in its address',
	routing: { send: { type: 'body', property: 'slug', preSend: [textInBody('slug', 'Slug')] } },
};
