import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

/** Answered all at once (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many surveys',
	description: 'List the surveys of the workspace',
	effect: 'reads',
	request: { method: 'GET', url: '/surveys' },
	list: {},
	fields: [returnAll, limit],
};
