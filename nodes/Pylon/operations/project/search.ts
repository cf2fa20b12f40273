import { FILTERABLE } from '../../parameters/filter/filterable';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { filterFields, filtering } from '../../parameters/filter/searchFields';
import type { Operation } from '../operation';

/** Pages: openapi.yaml, `SearchProjectsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search projects',
	description:
		'Find projects by conditions such as account, owner or status. Without conditions, all projects are returned.',
	effect: 'reads',
	request: { method: 'POST', url: '/projects/search' },
	safeToRepeat: true,
	...filtering(FILTERABLE.projects),
	list: {},
	fields: [returnAll, limit, ...filterFields],
};
