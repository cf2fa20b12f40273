import type { Resource } from '../operation';
import { create } from './create';
import { remove } from './delete';
import { update } from './update';

export const accountHighlight: Resource = {
	name: 'Account Highlight',
	value: 'accountHighlight',
	operations: [create, update, remove],
	default: 'create',
};
