import { collections } from '../../parameters/collections';
import { customFieldEntriesOfObject } from '../../parameters/customFields/customFieldEntries';
import { recordListField } from '../../parameters/record/recordListField';
import type { Operation } from '../operation';
import { customObjectType } from './fields';
import { idsAndFieldsInBody, updateInChunks } from './updateMany.handler';

export const updateMany: Operation = {
	name: 'Update Many',
	value: 'updateMany',
	action: 'Update many custom objects',
	description:
		'Set the same fields to the same values on several records of a type that your workspace has defined',
	request: { method: 'PATCH', url: '/custom-objects/{customObjectType}' },
	validate: [idsAndFieldsInBody],
	run: updateInChunks,
	fields: [
		customObjectType,
		recordListField({
			noun: 'Custom Object',
			name: 'customObjectIds',
			property: 'ids',
			loadOptionsMethod: 'getCustomObjects',
			description:
				'The objects to change. More than 100 are sent in several requests, one after the other',
			required: true,
			dependsOn: 'customObjectType',
			read: [],
		}),
		{
			...collections.updateFields,
			options: [customFieldEntriesOfObject],
		},
	],
};
