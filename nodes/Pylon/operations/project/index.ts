import type { Resource } from '../operation';
import { create } from './create';
import { deleteProject } from './delete';
import { get } from './get';
import { search } from './search';
import { update } from './update';

export const project: Resource = {
	name: 'Project',
	value: 'project',
	operations: [create, update, get, search, deleteProject],
	default: 'create',
};
