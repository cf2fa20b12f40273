import type { Resource } from '../operation';
import { remove } from './delete';
import { getAll } from './getAll';

export const emailSuppression: Resource = {
	name: 'Email Suppression',
	value: 'emailSuppression',
	operations: [getAll, remove],
	default: getAll.value,
};
