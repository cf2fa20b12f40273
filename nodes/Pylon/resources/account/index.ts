import type { Resource } from '../resource';
import { get } from './get';
import { merge } from './merge';

export const account: Resource = {
	name: 'Account',
	value: 'account',
	operations: [get, merge],
	default: 'get',
};
