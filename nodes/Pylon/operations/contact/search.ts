import { FILTERABLE } from '../../parameters/filter/filterable';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { filterFields, searchText } from '../../parameters/filter/searchFields';
import { output } from '../../parameters/output/outputFields';
import { filtering } from '../../parameters/filter/filter';
import { searchTextInBody } from '../../parameters/texts/searchText';
import { listing } from '../../run/operationPlan';
import type { Operation } from '../operation';

/** Pages: openapi.yaml, `SearchContactsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search contacts',
	description: 'Find contacts by email, name, account, custom fields or free text',
	routing: {
		request: { method: 'POST', url: '/contacts/search' },
		send: { preSend: [...filtering(FILTERABLE.contacts), searchTextInBody, listing()] },
	},
	fields: [searchText, returnAll, limit, ...output.contact, ...filterFields],
};
