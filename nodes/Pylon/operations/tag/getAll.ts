import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

/** Comes whole (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tags',
	description: 'List the tags of issues, accounts and articles',
	effect: 'reads',
	request: { method: 'GET', url: '/tags' },
	list: {},
	fields: [returnAll, limit],
};
