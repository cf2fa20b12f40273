import { FILTERABLE } from '../../parameters/filter/filterable';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { filterFields, filtering } from '../../parameters/filter/searchFields';
import { searchText } from '../../parameters/filter/searchText';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';

/** Pages: openapi.yaml, `SearchContactsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search contacts',
	description: 'Find contacts by email, name, account, custom fields or free text',
	effect: 'reads',
	request: { method: 'POST', url: '/contacts/search' },
	safeToRepeat: true,
	...filtering(FILTERABLE.contacts),
	list: {},
	fields: [searchText, returnAll, limit, ...filterFields, ...output.contact],
};
