import { FILTERABLE } from '../../parameters/filter/filterable';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { filterFields, searchText } from '../../parameters/filter/searchFields';
import { output } from '../../parameters/output/outputFields';
import { filtering } from '../../parameters/filter/filter';
import { searchTextInBody } from '../../parameters/texts/searchText';
import { listing } from '../../run/operationPlan';
import type { Operation } from '../operation';

/** Pages: openapi.yaml, `SearchIssuesRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search issues',
	description: 'Find issues by conditions and free text, the newest first',
	routing: {
		request: { method: 'POST', url: '/issues/search' },
		send: { preSend: [...filtering(FILTERABLE.issues), searchTextInBody, listing()] },
	},
	fields: [searchText, returnAll, limit, ...output.issue, ...filterFields],
};
