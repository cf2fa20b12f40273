import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';
import { customObjectType } from './fields';

/** Pages: at most 100 (docs/pylon-api-notes.md#page-size). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many custom objects',
	description: 'List the records of a custom object type',
	effect: 'reads',
	request: { method: 'GET', url: '/custom-objects/{customObjectType}' },
	list: {},
	fields: [customObjectType, returnAll, limit],
};
