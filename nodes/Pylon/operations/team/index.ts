import type { Resource } from '../operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const team: Resource = {
	name: 'Team',
	value: 'team',
	operations: [create, update, get, getAll],
	default: 'get',
};
