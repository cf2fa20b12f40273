import { collections } from '../../parameters/collections';
import type { Operation } from '../operation';
import { conditions, macroGroupId, macroName, text, typeAndVisibility } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create macro',
	description: 'Create a text template that agents can insert into replies, notes and emails',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/macros' },
	safeToRepeat: false,
	fields: [
		macroGroupId,
		{ ...macroName, required: true },
		...text,
		{
			...collections.additionalFields,
			options: [conditions, ...typeAndVisibility],
		},
	],
};
