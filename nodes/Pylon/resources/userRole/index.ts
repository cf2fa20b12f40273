import type { Resource } from '../resource';
import { getAll } from './getAll';

export const userRole: Resource = {
	name: 'User Role',
	value: 'userRole',
	operations: [getAll],
	default: getAll.value,
};
