import type { Resource } from '../resource';
import { create } from './create';

export const accountActivity: Resource = {
	name: 'Account Activity',
	value: 'accountActivity',
	operations: [create],
	default: 'create',
};
