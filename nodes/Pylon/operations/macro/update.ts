import { collections } from '../../parameters/collections';
import { notRequired } from '../../parameters/record/recordField';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import {
	changedText,
	conditions,
	macroGroupId,
	macroId,
	macroName,
	typeAndVisibility,
} from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update macro',
	description:
		'Change the text, name, group or visibility of a macro. Only the fields that you add are changed.',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/macros/{macroId}' },
	validate: [somethingToChange('Update Fields')],
	fields: [
		macroId,
		{
			...collections.updateFields,
			options: [
				conditions,
				notRequired(macroGroupId),
				macroName,
				...changedText,
				...typeAndVisibility,
			],
		},
	],
};
