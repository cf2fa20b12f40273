import type { Resource } from '../operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { search } from './search';
import { update } from './update';
import { updateMany } from './updateMany';

export const customObject: Resource = {
	name: 'Custom Object',
	value: 'customObject',
	operations: [create, update, updateMany, get, getAll, search, remove],
	default: 'get',
};
