import { FILTERABLE } from '../../fields/filterable';
import { limit, returnAll } from '../../fields/paging';
import { filterFields } from '../../fields/search';
import { filtering } from '../../steps/filter';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Pages: openapi.yaml, `SearchProjectsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search projects',
	description: 'Find projects by conditions, such as account, owner or status; without conditions all of them',
	routing: {
		request: { method: 'POST', url: '/projects/search' },
		send: { preSend: [...filtering(FILTERABLE.projects), listing({ pageSize: 999 })] },
	},
	fields: [returnAll, limit, ...filterFields],
};
