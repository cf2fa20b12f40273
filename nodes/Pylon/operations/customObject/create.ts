import { textField } from '../../parameters/texts/textField';
import { collections } from '../../parameters/collections';
import { customFieldEntriesOfObject } from '../../parameters/customFields/customFieldEntries';
import type { Operation } from '../operation';
import { customObjectType } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create custom object',
	description: 'Create a record of one of your custom object types, such as a subscription',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/custom-objects/{customObjectType}' },
	safeToRepeat: false,
	fields: [
		customObjectType,
		textField({
			displayName: 'Object Name',
			name: 'objectName',
			property: 'name',
			required: true,
			placeholder: 'e.g. Globex, yearly',
		}),
		{
			...collections.additionalFields,
			options: [customFieldEntriesOfObject],
		},
	],
};
