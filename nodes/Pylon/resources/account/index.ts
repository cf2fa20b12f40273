import type { Resource } from '../resource';
import { get } from './get';
import { getAll } from './getAll';
import { merge } from './merge';

export const account: Resource = {
	name: 'Account',
	value: 'account',
	operations: [get, getAll, merge],
	default: 'get',
};
