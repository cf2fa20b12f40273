import { collections } from '../../fields/collections';
import { customFieldEntriesOfObject } from '../../fields/customFieldEntries';
import { recordList } from '../../fields/recordList';
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
			...recordList(
				'Custom Object',
				'customObjectIds',
				'getCustomObjects',
				'The objects to change. More than 100 are sent in several requests, one after the other',
			),
			typeOptions: { loadOptionsMethod: 'getCustomObjects', loadOptionsDependsOn: ['customObjectType'] },
			required: true,
			routing: { send: { type: 'body', property: 'ids' } },
		},
		{
			...collections.updateFields,
			options: [customFieldEntriesOfObject],
		},
	],
};
