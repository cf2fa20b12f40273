import { accountId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';
import { accountHighlightId } from './fields';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete account highlight',
	description: 'Delete a highlight of an account. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/accounts/{accountId}/highlights/{accountHighlightId}' },
	fields: [accountId, accountHighlightId],
};
