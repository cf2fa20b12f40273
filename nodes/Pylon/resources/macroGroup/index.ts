import type { Resource } from '../resource';
import { getAll } from './getAll';

export const macroGroup: Resource = {
	name: 'Macro Group',
	value: 'macroGroup',
	operations: [getAll],
	default: getAll.value,
};
