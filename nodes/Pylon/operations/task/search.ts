import { FILTERABLE } from '../../parameters/filter/filterable';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { filterFields, filtering } from '../../parameters/filter/searchFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';

/** Pages: openapi.yaml, `SearchTasksRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search tasks',
	description: 'Find tasks by conditions, such as project, status, assignee or due date',
	effect: 'reads',
	request: { method: 'POST', url: '/tasks/search' },
	safeToRepeat: true,
	...filtering(FILTERABLE.tasks),
	list: {},
	fields: [returnAll, limit, ...filterFields, ...output.task],
};
