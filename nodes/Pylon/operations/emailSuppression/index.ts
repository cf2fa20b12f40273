import type { Resource } from '../operation';
import { remove } from './delete';
import { getAll } from './getAll';

export const emailSuppression: Resource = {
	name: 'Email Suppression',
	value: 'emailSuppression',
	operations: [remove, getAll],
	default: getAll.value,
};
