import type { Resource } from '../operation';
import { create } from './create';
import { deleteTaskComment } from './delete';
import { getAll } from './getAll';
import { update } from './update';

export const taskComment: Resource = {
	name: 'Task Comment',
	value: 'taskComment',
	operations: [create, update, getAll, deleteTaskComment],
	default: 'create',
};
