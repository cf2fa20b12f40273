import type { Resource } from '../operation';
import { getAll } from './getAll';

export const userRole: Resource = {
	name: 'User Role',
	value: 'userRole',
	operations: [getAll],
	default: getAll.value,
};
