import type { Resource } from '../operation';
import { getAll } from './getAll';

export const issueStatus: Resource = {
	name: 'Issue Status',
	value: 'issueStatus',
	operations: [getAll],
	default: getAll.value,
};
