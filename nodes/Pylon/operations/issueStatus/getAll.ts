import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many issue statuses',
	description:
		'List the states that an issue can have: the built-in ones and those of your workspace, including archived ones',
	effect: 'reads',
	request: { method: 'GET', url: '/issue-statuses' },
	list: {},
	fields: [returnAll, limit],
};
