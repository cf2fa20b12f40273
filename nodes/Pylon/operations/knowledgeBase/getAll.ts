import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

/** Comes whole (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many knowledge bases',
	description: 'List the knowledge bases of the workspace with their languages',
	effect: 'reads',
	request: { method: 'GET', url: '/knowledge-bases' },
	list: {},
	fields: [returnAll, limit],
};
