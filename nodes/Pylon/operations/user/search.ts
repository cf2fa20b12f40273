import { FILTERABLE } from '../../parameters/filter/filterable';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { filterFields, filtering } from '../../parameters/filter/searchFields';
import type { Operation } from '../operation';

/** Pages: openapi.yaml, `SearchUsersRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search users',
	description: 'Find users (agents) by their email addresses',
	effect: 'reads',
	request: { method: 'POST', url: '/users/search' },
	safeToRepeat: true,
	...filtering(FILTERABLE.users),
	list: {},
	fields: [returnAll, limit, ...filterFields],
};
