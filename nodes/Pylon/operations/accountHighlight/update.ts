import { collections } from '../../parameters/collections';
import { accountId } from '../../parameters/record/commonRecordFields';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { accountHighlightId, changedContent, expiresAt } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update account highlight',
	description: 'Change the text of a highlight, or when it disappears',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/accounts/{accountId}/highlights/{accountHighlightId}' },
	validate: [somethingToChange('Update Fields')],
	fields: [
		accountId,
		accountHighlightId,
		{
			...collections.updateFields,
			options: [...changedContent, expiresAt],
		},
	],
};
