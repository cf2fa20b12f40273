import type { Operation } from '../operation';
import { customObjectId, customObjectType } from './fields';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete custom object',
	description: 'Permanently delete one record of a custom object type. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/custom-objects/{customObjectType}/{customObjectId}' },
	fields: [customObjectType, customObjectId],
};
