import type { Resource } from '../operation';
import { get } from './get';
import { getAll } from './getAll';
import { search } from './search';
import { update } from './update';

export const user: Resource = {
	name: 'User',
	value: 'user',
	operations: [update, get, getAll, search],
	default: 'get',
};
