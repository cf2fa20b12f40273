import type { Resource } from '../operation';
import { getAll } from './getAll';

export const macroGroup: Resource = {
	name: 'Macro Group',
	value: 'macroGroup',
	operations: [getAll],
	default: getAll.value,
};
