import { FILTERABLE } from '../../parameters/filter/filterable';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { filterFields, filtering } from '../../parameters/filter/searchFields';
import { searchText } from '../../parameters/filter/searchText';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';

/** Pages: openapi.yaml, `SearchIssuesRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search issues',
	description: 'Find issues by conditions and free text, newest first',
	effect: 'reads',
	builderHint:
		"Set 'returnAll' or 'limit'. Conditions are checked by Pylon, so no Filter node is needed after it.",
	request: { method: 'POST', url: '/issues/search' },
	safeToRepeat: true,
	...filtering(FILTERABLE.issues),
	list: {},
	fields: [searchText, returnAll, limit, ...filterFields, ...output.issue],
};
