import type { Resource } from '../operation';
import { getAll } from './getAll';
import { search } from './search';

export const auditLog: Resource = {
	name: 'Audit Log',
	value: 'auditLog',
	operations: [getAll, search],
	default: getAll.value,
};
