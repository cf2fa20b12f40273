import type { Resource } from '../operation';
import { create } from './create';
import { deleteMilestone } from './delete';
import { get } from './get';
import { update } from './update';

export const milestone: Resource = {
	name: 'Milestone',
	value: 'milestone',
	operations: [create, update, get, deleteMilestone],
	default: 'create',
};
