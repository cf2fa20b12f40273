import type { Resource } from '../operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const knowledgeBaseCollection: Resource = {
	name: 'Knowledge Base Collection',
	value: 'knowledgeBaseCollection',
	operations: [create, update, get, getAll, remove],
	default: 'create',
};
