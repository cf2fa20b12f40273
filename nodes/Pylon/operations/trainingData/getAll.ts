import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

/** Comes whole (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many training data',
	description: "List the containers of documents that Pylon's AI answers from",
	effect: 'reads',
	request: { method: 'GET', url: '/training-data' },
	list: {},
	fields: [returnAll, limit],
};
