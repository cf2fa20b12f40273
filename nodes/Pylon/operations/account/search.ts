import { FILTERABLE } from '../../parameters/filter/filterable';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { filterFields, filtering } from '../../parameters/filter/searchFields';
import { searchText } from '../../parameters/filter/searchText';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';

/** Pages: openapi.yaml, `SearchAccountsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search accounts',
	description: 'Find accounts by name, domain, tag, owner, external ID, custom fields or free text',
	effect: 'reads',
	request: { method: 'POST', url: '/accounts/search' },
	safeToRepeat: true,
	...filtering(FILTERABLE.accounts),
	list: {},
	fields: [searchText, returnAll, limit, ...filterFields, ...output.account],
};
