import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';
import { objectType } from './fields';

/** Comes whole (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many custom fields',
	description: 'List the custom fields of one kind of record, with their slugs and options',
	effect: 'reads',
	request: { method: 'GET', url: '/custom-fields' },
	list: {},
	fields: [objectType('query'), returnAll, limit],
};
