import type { Resource } from '../operation';
import { create } from './create';
import { deleteTask } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { search } from './search';
import { update } from './update';

export const task: Resource = {
	name: 'Task',
	value: 'task',
	operations: [create, update, get, getAll, search, deleteTask],
	default: 'create',
};
