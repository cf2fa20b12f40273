import type { Resource } from '../operation';
import { create } from './create';

export const accountActivity: Resource = {
	name: 'Account Activity',
	value: 'accountActivity',
	operations: [create],
	default: 'create',
};
