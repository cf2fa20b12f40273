import type { Resource } from '../operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const customField: Resource = {
	name: 'Custom Field',
	value: 'customField',
	operations: [create, update, get, getAll],
	default: getAll.value,
};
