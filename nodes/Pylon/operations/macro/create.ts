import { collections } from '../../parameters/collections';
import type { Operation } from '../operation';
import { macroGroupId, macroName, optionalFields, textHtml } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create macro',
	description: 'Add a prepared text that agents can insert into replies, notes and emails',
	routing: { request: { method: 'POST', url: '/macros' } },
	fields: [
		macroGroupId,
		{ ...macroName, required: true },
		{ ...textHtml, required: true },
		{
			...collections.additionalFields,
			options: optionalFields,
		},
	],
};
