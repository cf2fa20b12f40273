import { FILTERABLE } from '../../fields/filterable';
import { limit, returnAll } from '../../fields/paging';
import { filterFields, searchText } from '../../fields/search';
import { simplify } from '../../fields/simplify';
import { filtering } from '../../steps/filter';
import { searchTextInBody } from '../../steps/searchText';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Pages: openapi.yaml, `SearchIssuesRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search issues',
	description: 'Find issues by conditions and free text, the newest first',
	routing: {
		request: { method: 'POST', url: '/issues/search' },
		send: { preSend: [...filtering(FILTERABLE.issues), searchTextInBody, listing({ pageSize: 999 })] },
	},
	fields: [searchText, returnAll, limit, simplify.issue, ...filterFields],
};
