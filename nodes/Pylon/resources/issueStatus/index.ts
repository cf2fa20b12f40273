import type { Resource } from '../resource';
import { getAll } from './getAll';

export const issueStatus: Resource = {
	name: 'Issue Status',
	value: 'issueStatus',
	operations: [getAll],
	default: getAll.value,
};
