import { FILTERABLE } from '../../fields/filterable';
import { limit, returnAll } from '../../fields/paging';
import { filterFields } from '../../fields/search';
import { simplify } from '../../fields/simplify';
import { filtering } from '../../steps/filter';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Pages: openapi.yaml, `SearchTasksRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search tasks',
	description: 'Find tasks by conditions, such as project, status, assignee or due date',
	routing: {
		request: { method: 'POST', url: '/tasks/search' },
		send: { preSend: [...filtering(FILTERABLE.tasks), listing({ pageSize: 999 })] },
	},
	fields: [returnAll, limit, simplify.task, ...filterFields],
};
