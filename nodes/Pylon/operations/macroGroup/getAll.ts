import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

/** Comes whole (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many macro groups',
	description: 'List the groups that macros are organized in',
	effect: 'reads',
	request: { method: 'GET', url: '/macro-groups' },
	list: {},
	fields: [returnAll, limit],
};
