import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

/** Comes whole (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many teams',
	description: 'List the teams of the workspace with their members',
	effect: 'reads',
	request: { method: 'GET', url: '/teams' },
	list: {},
	fields: [returnAll, limit],
};
