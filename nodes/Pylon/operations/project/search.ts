import { FILTERABLE } from '../../parameters/filter/filterable';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { filterFields } from '../../parameters/filter/searchFields';
import { filtering } from '../../parameters/filter/filter';
import { listing } from '../../run/operationPlan';
import type { Operation } from '../operation';

/** Pages: openapi.yaml, `SearchProjectsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search projects',
	description: 'Find projects by conditions, such as account, owner or status; without conditions all of them',
	routing: {
		request: { method: 'POST', url: '/projects/search' },
		send: { preSend: [...filtering(FILTERABLE.projects), listing()] },
	},
	fields: [returnAll, limit, ...filterFields],
};
