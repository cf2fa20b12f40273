import type { Resource } from '../operation';
import { getAll } from './getAll';

export const activityType: Resource = {
	name: 'Activity Type',
	value: 'activityType',
	operations: [getAll],
	default: getAll.value,
};
