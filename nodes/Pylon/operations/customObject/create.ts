import { collections } from '../../parameters/collections';
import { customFieldEntriesOfObject } from '../../parameters/customFields/customFieldEntries';
import { textInBody } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { customObjectType } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create custom object',
	description: 'Add a record of a type that your workspace has defined, such as a subscription',
	request: { method: 'POST', url: '/custom-objects/{customObjectType}' },
	safeToRepeat: false,
	fields: [
		customObjectType,
		{
			displayName: 'Object Name',
			name: 'objectName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Globex, yearly',
			routing: {
				send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Object Name')] },
			},
		},
		{
			...collections.additionalFields,
			options: [customFieldEntriesOfObject],
		},
	],
};
