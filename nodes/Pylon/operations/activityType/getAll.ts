import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

/** Answered all at once (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many activity types',
	description: "List the kinds of activity that can be recorded on an account's timeline",
	effect: 'reads',
	request: { method: 'GET', url: '/activity-types' },
	list: {},
	fields: [returnAll, limit],
};
