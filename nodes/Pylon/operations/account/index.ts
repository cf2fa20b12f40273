import type { Resource } from '../operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { merge } from './merge';
import { search } from './search';
import { update } from './update';
import { updateMany } from './updateMany';
import { upsert } from './upsert';

export const account: Resource = {
	name: 'Account',
	value: 'account',
	operations: [create, upsert, update, updateMany, get, getAll, search, merge, remove],
	default: 'get',
};
