import type { Operation } from '../operation';
import { milestoneId } from './fields';

export const deleteMilestone: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete milestone',
	description: 'Remove a milestone permanently. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/milestones/{milestoneId}' },
	fields: [milestoneId],
};
