import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

/** Comes whole (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many user roles',
	description: 'List the roles that a user of your workspace can have',
	effect: 'reads',
	request: { method: 'GET', url: '/user-roles' },
	list: {},
	fields: [returnAll, limit],
};
