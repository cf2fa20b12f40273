import { customFieldsOfObject } from '../../fields/customFields';
import { handledBy } from '../../transport/plan';
import type { Operation } from '../resource';
import { customObjectType } from './fields';
import { idsAndFieldsInBody, updateInChunks } from './updateMany.handler';

export const updateMany: Operation = {
	name: 'Update Many',
	value: 'updateMany',
	action: 'Update many custom objects',
	description: 'Set the same fields to the same values on several records of a type that your workspace has defined',
	routing: {
		request: { method: 'PATCH', url: '/custom-objects/{customObjectType}' },
		send: { preSend: [idsAndFieldsInBody, handledBy(updateInChunks)] },
	},
	fields: [
		customObjectType,
		{
			displayName: 'Custom Objects',
			name: 'customObjectIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 0c7f6d1e-…, 77f0ab3c-…',
			description:
				'IDs of the objects, separated by commas, or an expression that yields an array. More than 100 are sent in several requests, one after the other.',
			routing: { send: { type: 'body', property: 'ids' } },
		},
		{ ...customFieldsOfObject, required: true },
	],
};
