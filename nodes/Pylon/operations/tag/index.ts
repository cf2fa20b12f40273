import type { Resource } from '../operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';
import { upsert } from './upsert';

export const tag: Resource = {
	name: 'Tag',
	value: 'tag',
	operations: [create, upsert, update, get, getAll, remove],
	default: 'create',
};
