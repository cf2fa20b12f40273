import { collections } from '../../parameters/collections';
import { customFieldEntriesOfObject } from '../../parameters/customFields/customFieldEntries';
import type { Operation } from '../operation';
import { customObjectIds, customObjectType } from './fields';

export const updateMany: Operation = {
	name: 'Update Many',
	value: 'updateMany',
	action: 'Update many custom objects',
	description: 'Set the same fields to the same values on several records of a custom object type',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/custom-objects/{customObjectType}' },
	load: async () => {
		const { idsAndFieldsInBody, updateInChunks } = await import('./updateMany.handler');
		return { validate: [idsAndFieldsInBody], run: updateInChunks };
	},
	fields: [
		customObjectType,
		customObjectIds,
		{
			...collections.updateFields,
			options: [customFieldEntriesOfObject],
		},
	],
};
