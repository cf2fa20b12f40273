import type { Operation } from '../operation';
import { tagId } from './fields';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete tag',
	description: 'Delete a tag, and remove it from everything that has it. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/tags/{tagId}' },
	fields: [tagId],
};
