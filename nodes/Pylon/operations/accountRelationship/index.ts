import type { Resource } from '../operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';

export const accountRelationship: Resource = {
	name: 'Account Relationship',
	value: 'accountRelationship',
	operations: [create, getAll, remove],
	default: getAll.value,
};
