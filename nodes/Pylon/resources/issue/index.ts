import type { Resource } from '../resource';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { search } from './search';
import { snooze } from './snooze';

export const issue: Resource = {
	name: 'Issue',
	value: 'issue',
	operations: [create, get, getAll, search, snooze],
	default: 'create',
};
